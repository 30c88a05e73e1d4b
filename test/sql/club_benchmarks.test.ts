import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type ClubHistory, givenClub } from './club.ts';
import { weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** After a history, as anybody with the publishable key reads them. */
async function benchmarksOf(history: ClubHistory) {
  const club = await givenClub(database.sql, history);
  await club.compute('update_aggregated_player_profile_stats', '2026-12-31');
  const [row] = await database.as(
    'anon',
    (sql) => sql<[{ benchmarks: unknown }]>`select public.club_benchmarks() as benchmarks`,
  );
  return row?.benchmarks;
}

const MATCHES = weekly('2026-03-05', 'Al 2 v Ben 1', 'Al 2 v Ben', 'Ben 2 v Al 1', 'Cal 2 v Ben 1');

test('streaks are those of everyone who has played, ringers aside', async () => {
  const benchmarks = await benchmarksOf({
    players: { Never: {}, Cal: { retired: true }, Rex: { ringer: true }, Sid: { ringer: true } },
    matches: [...MATCHES, { date: '2026-04-02', a: 'Rex 9', b: 'Sid' }],
    config: { min_streak_length: 4 },
  });

  expect(benchmarks).toMatchObject({
    streaks: {
      // Al 2, Ben 1, Cal 1
      win: { record: 2, average: 1.3 },
      undefeated: { record: 2, average: 1.3 },
      // Al 3, Ben 2, Cal 1
      scoring: { record: 3, average: 2 },
      // Al 3, Ben 4, Cal 1
      attendance: { record: 4, average: 2.7 },
      // Al 1, Ben 2, Cal 0
      losing: { record: 2, average: 1 },
      winless: { record: 2, average: 1 },
    },
  });
});

test('nobody holds a record of nothing, nor an attendance record below the length set', async () => {
  const benchmarks = await benchmarksOf({
    matches: weekly('2026-03-05', 'Al v Ben', 'Al v Ben'),
    config: { min_streak_length: 3 },
  });

  expect(benchmarks).toMatchObject({
    streaks: {
      win: { record: null, average: 0 },
      attendance: { record: null, average: 2 },
      winless: { record: 2, average: 2 },
    },
  });
});

test('a year is compared with everyone who played in it', async () => {
  const benchmarks = await benchmarksOf({
    matches: [{ date: '2025-03-06', a: 'Al 2', b: 'Ben 1' }, ...MATCHES.slice(2)],
  });

  // 2025: 20 and -10 points a match. 2026: Ben 20 and -10, Al -10, Cal 20.
  expect(benchmarks).toMatchObject({ points_per_game: { 2025: 5, 2026: 5 } });
});

test('a club without a match has nothing to be compared with', async () => {
  expect(await benchmarksOf({ players: { Al: {} } })).toEqual({
    streaks: {},
    points_per_game: {},
  });
});
