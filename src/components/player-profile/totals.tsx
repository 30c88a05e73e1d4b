import type { AllTimeRow } from '@/stats/all-time-row.ts';
import type { ProfileRow } from '@/stats/player-profile-row.ts';
import { counted } from '../counted.ts';
import { shortDate } from '../dates.ts';
import { SectionCard } from '../section-card.tsx';
import { type Stat, StatTiles } from '../stat-tiles.tsx';
import { trueMinus } from '../true-minus.ts';

/** A player's all-time totals. */
export function Totals({ record, profile }: { record: AllTimeRow; profile: ProfileRow }) {
  const { mostGoalsInGame, mostGoalsInSeason } = profile;
  const stats: Stat[] = [
    { label: 'Games', value: record.games },
    {
      label: 'Won–drawn–lost',
      value: `${record.wins}–${record.draws}–${record.losses}`,
      note: `${record.winPercentage.toFixed(1)}% won`,
    },
    {
      label: 'Points',
      value: trueMinus(record.points),
      note: `${trueMinus(record.pointsPerGame.toFixed(1))} per game`,
    },
    {
      label: 'Goals',
      value: record.goals,
      note: record.minutesPerGoal && `one every ${Math.round(record.minutesPerGoal)} min`,
    },
    { label: 'Clean sheets', value: record.cleanSheets },
    {
      label: 'Heavy wins–losses',
      value: `${record.heavyWins}–${record.heavyLosses}`,
      note: 'by four goals or more',
    },
  ];
  if (mostGoalsInGame) {
    stats.push({
      label: 'Best match',
      value: counted(mostGoalsInGame.goals, 'goal'),
      note: shortDate(mostGoalsInGame.date),
    });
  }
  if (mostGoalsInSeason) {
    stats.push({
      label: 'Best season',
      value: counted(mostGoalsInSeason.goals, 'goal'),
      note: mostGoalsInSeason.year,
    });
  }
  return (
    <SectionCard title="All time">
      <StatTiles stats={stats} />
    </SectionCard>
  );
}
