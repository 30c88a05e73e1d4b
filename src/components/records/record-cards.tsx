import { SimpleGrid } from '@mantine/core';
import type { ClubRecords } from '@/stats/club-records.ts';
import { counted } from '../counted.ts';
import { GoalsRecord } from './goals-record.tsx';
import classes from './record-cards.module.css';
import { StreakRecord } from './streak-record.tsx';
import { VictoryRecord } from './victory-record.tsx';

const games = (count: number) => counted(count, 'game');

/** The club's records, each with everyone who holds it. Records that nobody holds yet are left out. */
export function RecordCards({ records }: { records: ClubRecords }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} className={classes.records}>
      <GoalsRecord holders={records.goalsInMatch} />
      <VictoryRecord matches={records.biggestVictory} />
      <StreakRecord title="Winning streak" holders={records.winning} amount={games} />
      <StreakRecord title="Unbeaten run" holders={records.undefeated} amount={games} />
      <StreakRecord title="Scoring streak" holders={records.scoring} amount={games} />
      <StreakRecord
        title="Attendance streak"
        holders={records.attendance}
        amount={(count) => counted(count, 'match')}
      />
      <StreakRecord title="Losing streak" holders={records.losing} amount={games} />
      <StreakRecord title="Winless run" holders={records.winless} amount={games} />
    </SimpleGrid>
  );
}
