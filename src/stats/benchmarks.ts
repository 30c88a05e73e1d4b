import { mean } from '@/club/mean.ts';
import type { ProfileRow, StreakKind } from './player-profile-row.ts';

/** What a player's numbers are compared with. */
export interface Benchmarks {
  /** The club record, null while nobody holds it, and the average of everybody's longest streak. */
  streaks: Record<StreakKind, { record: number | null; average: number }>;
  /** Average points per game of everyone who played in the year, by year. */
  pointsPerGame: Record<number, number>;
}

/**
 * The club's benchmarks: over everyone who has played, ringers aside. An attendance streak below
 * `attendanceRecord` matches is not a record.
 */
export function benchmarksOf(
  profiles: readonly Pick<ProfileRow, 'streaks' | 'years'>[],
  attendanceRecord = 1,
): Benchmarks {
  const played = profiles.filter(({ years }) => years.length > 0);
  const gamesOf = (kind: StreakKind) =>
    played
      .flatMap(({ streaks }) => streaks.filter((one) => one.kind === kind))
      .map(({ games }) => games);
  const benchmark = (kind: StreakKind, shortest = 1) => {
    const games = gamesOf(kind);
    const longest = Math.max(0, ...games);
    return { record: longest >= shortest ? longest : null, average: mean(games) };
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
      attendance: benchmark('attendance', attendanceRecord),
      losing: benchmark('losing'),
      winless: benchmark('winless'),
    },
    pointsPerGame: Object.fromEntries(
      [...byYear].map(([year, rows]) => [year, mean(rows.map((row) => row.pointsPerGame))]),
    ),
  };
}
