import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { reportOf } from './match-report.ts';
import { times, weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

test('a streak is shown from its threshold on, one per player, wins before unbeaten', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', ...times(3, 'Al v Ben'), ...times(4, 'Al 1 v Ben')),
  });

  // Al has won 4 and is unbeaten in 7; Ben has lost 4 and is winless in 7.
  expect(report.streaks).toEqual([
    { player_id: club.id('Al'), name: 'Al', streak_type: 'win', streak_count: 4 },
    { player_id: club.id('Ben'), name: 'Ben', streak_type: 'loss', streak_count: 4 },
  ]);
});

test('unbeaten and winless runs are shown when there is no run of wins or losses', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', ...times(5, 'Al 1 v Ben'), 'Al v Ben', 'Cal 1 v Dan'),
  });

  expect(report.streaks).toMatchObject([
    { name: 'Al', streak_type: 'unbeaten', streak_count: 6 },
    { name: 'Ben', streak_type: 'winless', streak_count: 6 },
  ]);
});

test('a streak is longer than twenty when it is', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-01-06', ...times(23, 'Al 1 v Ben')),
  });

  expect(report.streaks).toMatchObject([
    { name: 'Al', streak_count: 23 },
    { name: 'Ben', streak_count: 23 },
  ]);
});

test('retired players have no running streak unless they played', async () => {
  const { report } = await reportOf(database.sql, {
    players: { Gone: { retired: true }, Back: { retired: true } },
    matches: weekly('2025-03-03', ...times(4, 'Gone 1, Back 1, Al 1 v Ben'), 'Back 1 v Cal'),
  });

  expect(report.streaks).toMatchObject([
    { name: 'Back', streak_type: 'win', streak_count: 5 },
    { name: 'Al', streak_type: 'win', streak_count: 4 },
    { name: 'Ben', streak_type: 'loss', streak_count: 4 },
  ]);
  expect(report.goal_streaks).toMatchObject([
    { name: 'Back', matches_with_goals: 5 },
    { name: 'Al', matches_with_goals: 4 },
  ]);
});

test('a scoring streak counts its matches and its goals, across absences', async () => {
  const { club, report } = await reportOf(database.sql, {
    players: { Rex: { ringer: true } },
    matches: weekly(
      '2025-03-03',
      'Al 5 v Ben',
      'Al v Ben',
      'Al 2, Rex 1 v Ben 1',
      'Rex 1 v Ben 1',
      'Al 1, Rex 1 v Ben',
      'Al 3, Rex 1 v Ben 1',
    ),
  });

  expect(report.goal_streaks).toEqual([
    { player_id: club.id('Al'), name: 'Al', matches_with_goals: 3, goals_in_streak: 6 },
  ]);
});

test('same-day matches make a streak in the order they were entered', async () => {
  const { report } = await reportOf(database.sql, {
    config: { win_streak_threshold: 2 },
    matches: [
      { date: '2025-03-03', a: 'Al 1', b: 'Ben' },
      { date: '2025-03-03', a: 'Al', b: 'Ben 1' },
      { date: '2025-03-03', a: 'Al 1', b: 'Ben' },
      { date: '2025-03-03', a: 'Al 1', b: 'Ben' },
    ],
  });

  expect(report.streaks).toMatchObject([{ name: 'Al', streak_type: 'win', streak_count: 2 }]);
});
