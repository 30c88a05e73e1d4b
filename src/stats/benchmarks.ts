import type { ProfileRow, StreakKind } from './player-profile-row.ts';

/** What a player's numbers are held against. */
export interface Benchmarks {
  /** Longest streak of anybody, and the mean of everybody's longest. */
  streaks: Record<StreakKind, { best: number; average: number }>;
  /** Mean points per game of those who played in the year, by year. */
  pointsPerGame: Record<number, number>;
}

/** The club's benchmarks: over everyone who has played, ringers aside. */
export function benchmarksOf(
  profiles: readonly Pick<ProfileRow, 'streaks' | 'years'>[],
): Benchmarks {
  const played = profiles.filter(({ years }) => years.length > 0);
  const gamesOf = (kind: StreakKind) =>
    played
      .flatMap(({ streaks }) => streaks.filter((one) => one.kind === kind))
      .map(({ games }) => games);
  const benchmark = (kind: StreakKind) => {
    const games = gamesOf(kind);
    return { best: Math.max(0, ...games), average: mean(games) };
  };
  const byYear = Map.groupBy(
    played.flatMap(({ years }) => years),
    ({ year }) => year,
  );
  return {
    streaks: {
      win: benchmark('win'),
      undefeated: benchmark('undefeated'),
      scoring: benchmark('scoring'),
      attendance: benchmark('attendance'),
      losing: benchmark('losing'),
      winless: benchmark('winless'),
    },
    pointsPerGame: Object.fromEntries(
      [...byYear].map(([year, rows]) => [year, mean(rows.map((row) => row.pointsPerGame))]),
    ),
  };
}

const mean = (numbers: readonly number[]) =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
