import type { LinedUp, TeamSheet } from '@/stats/recorded-match.ts';

/** Who scored for a team, most goals first. */
export const scorersOf = ({ players }: Pick<TeamSheet, 'players'>): LinedUp[] =>
  players.filter(({ goals }) => goals > 0).toSorted((one, other) => other.goals - one.goals);
