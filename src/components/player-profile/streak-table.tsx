import {
  Badge,
  Table,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from '@mantine/core';
import type { Benchmarks } from '@/stats/club-benchmarks.ts';
import type { LongestStreak, StreakKind } from '@/stats/player-profile-row.ts';
import { dayRange } from '../dates.ts';
import { SectionCard } from '../section-card.tsx';
import classes from './streak-table.module.css';

const TITLES: Record<StreakKind, string> = {
  win: 'Wins in a row',
  undefeated: 'Games unbeaten',
  scoring: 'Games scored in',
  attendance: 'Matches attended in a row',
  losing: 'Defeats in a row',
  winless: 'Games without a win',
};

interface StreakTableProps {
  streaks: readonly LongestStreak[];
  benchmarks: Benchmarks['streaks'];
}

/** A player's longest streak of each kind, compared with the club's. */
export function StreakTable({ streaks, benchmarks }: StreakTableProps) {
  return (
    <SectionCard title="Longest streaks">
      <Table tabularNums className={classes.table}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">Streak</TableTh>
            <TableTh scope="col" className={classes.number}>
              Length
            </TableTh>
            <TableTh scope="col" className={classes.number}>
              Club record
            </TableTh>
            <TableTh scope="col" className={`${classes.number} ${classes.wide}`}>
              Average
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {streaks.map(({ kind, games, days }) => (
            <TableTr key={kind}>
              <TableTh scope="row">
                {TITLES[kind]}{' '}
                {games === benchmarks[kind]?.record && (
                  <Badge variant="light" color="floodlight" size="xs">
                    Club record
                  </Badge>
                )}
                {days && (
                  <Text size="xs" c="dimmed">
                    {dayRange(days.from, days.to)}
                  </Text>
                )}
              </TableTh>
              <TableTd className={classes.number}>
                <strong>{games}</strong>
              </TableTd>
              <TableTd className={classes.number}>{benchmarks[kind]?.record ?? '–'}</TableTd>
              <TableTd className={`${classes.number} ${classes.wide}`}>
                {benchmarks[kind]?.average.toFixed(1) ?? '–'}
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </SectionCard>
  );
}
