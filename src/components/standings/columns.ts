import type { AllTimeRow } from '@/stats/all-time-row.ts';
import type { SeasonStanding } from '@/stats/season-standing.ts';
import type { Column } from './sortable-table.tsx';

type Counted = Pick<AllTimeRow, 'games' | 'wins' | 'draws' | 'losses' | 'goals'> & {
  winPercentage: number;
  points: number;
  pointsPerGame: number;
};

const oneDecimal = (value: number) => value.toFixed(1);

const GAMES = {
  label: 'P',
  title: 'Played',
  value: (row: Counted) => row.games,
  best: 'most',
} as const;
const WON = { label: 'W', title: 'Won', value: (row: Counted) => row.wins, best: 'most' } as const;
const DRAWN = {
  label: 'D',
  title: 'Drawn',
  value: (row: Counted) => row.draws,
  best: 'most',
} as const;
const LOST = {
  label: 'L',
  title: 'Lost',
  value: (row: Counted) => row.losses,
  best: 'most',
} as const;
const GOALS = {
  label: 'Goals',
  title: 'Goals scored',
  value: (row: Counted) => row.goals,
  best: 'most',
} as const;
const POINTS = {
  label: 'Pts',
  title: 'Fantasy points',
  value: (row: Counted) => row.points,
  best: 'most',
} as const;
const WIN_PERCENTAGE = {
  label: 'Win %',
  title: 'Share of games won',
  value: (row: Counted) => row.winPercentage,
  written: oneDecimal,
  best: 'most',
} as const;
const POINTS_PER_GAME = {
  label: 'Pts/game',
  title: 'Points per game',
  value: (row: Counted) => row.pointsPerGame,
  written: oneDecimal,
  best: 'most',
} as const;
const MINUTES_PER_GOAL = {
  label: 'Min/goal',
  title: 'Minutes played per goal',
  value: (row: { minutesPerGoal: number | null }) => row.minutesPerGoal,
  written: oneDecimal,
  best: 'least',
} as const;
const wide = true;

/** A season's results. */
export const POINTS_VIEW = [
  GAMES,
  WON,
  DRAWN,
  LOST,
  { label: 'HW', title: 'Heavy wins', value: (row) => row.heavyWins, best: 'most', wide },
  { label: 'HL', title: 'Heavy losses', value: (row) => row.heavyLosses, best: 'most', wide },
  { label: 'CS', title: 'Clean sheets', value: (row) => row.cleanSheets, best: 'most', wide },
  { ...WIN_PERCENTAGE, wide },
  { ...POINTS_PER_GAME, wide },
  POINTS,
] as const satisfies readonly Column<SeasonStanding>[];

/** A season's goals. */
export const GOALS_VIEW = [
  GAMES,
  {
    label: 'Goals/game',
    title: 'Goals per game',
    value: (row) => row.goals / row.games,
    written: (value) => value.toFixed(2),
    best: 'most',
    wide,
  },
  MINUTES_PER_GOAL,
  GOALS,
] as const satisfies readonly Column<SeasonStanding>[];

/** All time. */
export const ALL_TIME_VIEW = [
  GAMES,
  { ...WON, wide },
  { ...DRAWN, wide },
  { ...LOST, wide },
  WIN_PERCENTAGE,
  GOALS,
  { ...MINUTES_PER_GOAL, wide },
  { ...POINTS_PER_GAME, wide },
  POINTS,
] as const satisfies readonly Column<AllTimeRow>[];
