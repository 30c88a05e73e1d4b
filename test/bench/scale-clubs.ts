import type { ClubOptions } from '../../local/club-generator.ts';

/** The clubs measured: thirty years of one match a week, and forty of one a day. */
export const SCALE_CLUBS = [
  {
    seed: 3,
    matches: 1_500,
    players: { regulars: 60, ringers: 20, retired: 40 },
    perSide: [8, 8],
  },
  {
    seed: 3,
    matches: 15_000,
    daysBetweenMatches: 1,
    players: { regulars: 160, ringers: 40, retired: 200 },
    perSide: [8, 8],
  },
] as const satisfies readonly Omit<ClubOptions, 'lastMatchDate'>[];
