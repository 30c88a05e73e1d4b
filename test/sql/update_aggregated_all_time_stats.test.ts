import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_all_time_stats';

test('a player has every counter, share and average', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2024-01-01', a: 'Al 5', b: 'Ben' },
      { date: '2025-01-01', a: 'Al 1', b: 'Ben 1' },
      { date: '2026-01-01', a: 'Al', b: 'Ben 4, OG' },
    ],
  });

  await club.compute(FUNCTION, '2026-11-23');

  const [al] = await database.sql`
    select * from public.aggregated_all_time_stats where name = 'Al'`;
  expect(al).toEqual({
    player_id: club.id('Al'),
    name: 'Al',
    is_retired: false,
    games_played: 3,
    wins: 1,
    draws: 1,
    losses: 1,
    goals: 6,
    heavy_wins: 1,
    heavy_losses: 1,
    clean_sheets: 1,
    win_percentage: '33.3',
    fantasy_points: 30,
    points_per_game: '10.0',
    minutes_per_goal: '30.0',
    heavy_win_percentage: '33.3',
    heavy_loss_percentage: '33.3',
    clean_sheet_percentage: '33.3',
  });
});

test('averages are rounded half away from zero', async () => {
  // Al: points 20 x 3 - 10 x 5 over 8 games = 1.25; 3 wins of 8 = 37.5 %; Ben the other way round.
  const club = await givenClub(database.sql, {
    config: { fantasy_heavy_loss_points: -10, fantasy_clean_sheet_win_points: 20 },
    matches: Array.from({ length: 8 }, (_, day) => ({
      date: `2026-01-0${day + 1}`,
      a: day < 3 ? 'Al 1' : 'Al',
      b: day < 3 ? 'Ben' : 'Ben 1',
    })),
  });

  await club.compute(FUNCTION, '2026-11-23');

  const rows = await database.sql`
    select name, fantasy_points as points, points_per_game as average, win_percentage as won
    from public.aggregated_all_time_stats order by name`;
  expect(rows).toEqual([
    { name: 'Al', points: 10, average: '1.3', won: '37.5' },
    { name: 'Ben', points: 70, average: '8.8', won: '62.5' },
  ]);
});

test('minutes per goal follow the length of a match, and are empty without a goal', async () => {
  const club = await givenClub(database.sql, {
    config: { match_duration_minutes: 50 },
    matches: [
      { date: '2026-01-01', a: 'Al 2', b: 'Ben' },
      { date: '2026-01-08', a: 'Al 1', b: 'Ben' },
    ],
  });

  await club.compute(FUNCTION, '2026-11-23');

  const rows = await database.sql`
    select name, minutes_per_goal from public.aggregated_all_time_stats order by name`;
  expect(rows).toEqual([
    { name: 'Al', minutes_per_goal: '33.3' },
    { name: 'Ben', minutes_per_goal: null },
  ]);
});

test('everyone with one appearance is listed, whatever a place takes', async () => {
  const club = await givenClub(database.sql, {
    config: { games_required_for_hof: 50 },
    players: { Guest: { ringer: true }, Gone: { retired: true }, Watcher: {} },
    matches: [{ date: '2026-01-01', a: 'Gone', b: 'Al, Guest' }],
  });

  await club.compute(FUNCTION, '2026-11-23');

  const rows = await database.sql`
    select name, is_retired from public.aggregated_all_time_stats order by name`;
  expect(rows).toEqual([
    { name: 'Al', is_retired: false },
    { name: 'Gone', is_retired: true },
  ]);
});

test('who is renamed, or becomes a ringer, is so in the table', async () => {
  const club = await givenClub(database.sql, {
    matches: [{ date: '2026-01-01', a: 'Al', b: 'Ben' }],
  });
  await club.compute(FUNCTION, '2026-11-23');
  await database.sql`update public.players set name = 'Alan' where name = 'Al'`;
  await database.sql`update public.players set is_ringer = true where name = 'Ben'`;

  const run = await club.compute(FUNCTION, '2026-11-23');

  const rows = await database.sql`select name from public.aggregated_all_time_stats`;
  expect(rows).toEqual([{ name: 'Alan' }]);
  expect(run.rows).toBe(2);
});
