import { expect, test } from 'vitest';
import { benchmarksOf } from './benchmarks.ts';
import { type LongestStreak, STREAK_KINDS, type StreakKind } from './player-profile-row.ts';

const streaks = (games: Partial<Record<StreakKind, number>>): LongestStreak[] =>
  STREAK_KINDS.map((kind) => ({ kind, games: games[kind] ?? 0, days: null }));
const played = (year: number, pointsPerGame: number) => ({
  year,
  games: 10,
  goals: 3,
  points: 10 * pointsPerGame,
  minutesPerGoal: 200,
  pointsPerGame,
});

test('a streak is compared with the club record and the average of everyone who has played', () => {
  const { streaks: benchmarks } = benchmarksOf([
    { streaks: streaks({ win: 9, losing: 2 }), years: [played(2026, 5)] },
    { streaks: streaks({ win: 4 }), years: [played(2025, 5)] },
    { streaks: streaks({}), years: [] },
  ]);

  expect(benchmarks.win).toEqual({ record: 9, average: 6.5 });
  expect(benchmarks.losing).toEqual({ record: 2, average: 1 });
});

test('a year is compared with everyone who played in it', () => {
  const { pointsPerGame } = benchmarksOf([
    { streaks: streaks({}), years: [played(2026, 8), played(2025, 1)] },
    { streaks: streaks({}), years: [played(2026, 4)] },
  ]);

  expect(pointsPerGame).toEqual({ 2026: 6, 2025: 1 });
});

test('an attendance streak is a record from the length that the club has set', () => {
  const profiles = [{ streaks: streaks({ attendance: 4 }), years: [played(2026, 5)] }];

  expect(benchmarksOf(profiles, 5).streaks.attendance.record).toBeNull();
  expect(benchmarksOf(profiles, 4).streaks.attendance.record).toBe(4);
});

test('an empty club has benchmarks of nothing', () => {
  expect(benchmarksOf([])).toMatchObject({
    streaks: { win: { record: null, average: 0 } },
    pointsPerGame: {},
  });
});
