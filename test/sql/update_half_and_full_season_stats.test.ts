import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_half_and_full_season_stats';

const halfSeason = () => database.sql`
  select name, games_played as games, goals, fantasy_points as points
  from public.aggregated_half_season_stats order by name`;

const seasons = () => database.sql`
  select name, season_start_date::text as start, season_end_date::text as end,
         games_played as games, fantasy_points as points
  from public.aggregated_season_stats order by start, name`;

test('a player has every counter of the half-season', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2026-07-01', a: 'Al 4', b: 'Ben' },
      { date: '2026-07-08', a: 'Al 1', b: 'Ben 1' },
      { date: '2026-07-15', a: 'Al', b: 'Ben 5' },
    ],
  });

  await club.compute(FUNCTION, '2026-07-20');

  const rows = await database.sql`
    select * from public.aggregated_half_season_stats order by name`;
  expect(rows).toEqual([
    {
      player_id: club.id('Al'),
      name: 'Al',
      games_played: 3,
      wins: 1,
      draws: 1,
      losses: 1,
      goals: 5,
      heavy_wins: 1,
      heavy_losses: 1,
      clean_sheets: 1,
      win_percentage: '33.3',
      fantasy_points: 30,
      points_per_game: '10.0',
    },
    {
      player_id: club.id('Ben'),
      name: 'Ben',
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
    },
  ]);
});

test('each half-season begins on 1 January and 1 July', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2025-12-31', a: 'Al 8', b: 'Ben' },
      { date: '2026-01-01', a: 'Al 1', b: 'Ben' },
      { date: '2026-06-30', a: 'Al 2', b: 'Ben' },
      { date: '2026-07-01', a: 'Al 4', b: 'Ben' },
    ],
  });
  const goalsBy = async (day: string) => {
    await club.compute(FUNCTION, day);
    return (await halfSeason()).find(({ name }) => name === 'Al')?.goals;
  };

  expect(await goalsBy('2025-12-31')).toBe(8);
  expect(await goalsBy('2026-01-01')).toBe(1);
  expect(await goalsBy('2026-06-30')).toBe(3);
  expect(await goalsBy('2026-07-01')).toBe(4);
});

test('the tables of a new half-season are empty until somebody plays', async () => {
  const club = await givenClub(database.sql, {
    matches: [{ date: '2026-06-30', a: 'Al 1', b: 'Ben' }],
  });
  await club.compute(FUNCTION, '2026-06-30');

  await club.compute(FUNCTION, '2026-07-01');

  expect(await halfSeason()).toEqual([]);
});

test('each year played has a row per player, from 1 January to 31 December', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2024-12-31', a: 'Al 1', b: 'Ben' },
      { date: '2026-01-01', a: 'Al 2', b: 'Cal 1' },
      { date: '2026-11-01', a: 'Al 2', b: 'Cal 1' },
    ],
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect(await seasons()).toEqual([
    { name: 'Al', start: '2024-01-01', end: '2024-12-31', games: 1, points: 30 },
    { name: 'Ben', start: '2024-01-01', end: '2024-12-31', games: 1, points: -10 },
    { name: 'Al', start: '2026-01-01', end: '2026-12-31', games: 2, points: 40 },
    { name: 'Cal', start: '2026-01-01', end: '2026-12-31', games: 2, points: -20 },
  ]);
});

test('a year whose last match is deleted has no rows left', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2025-05-01', a: 'Al 1', b: 'Ben' },
      { date: '2026-05-01', a: 'Al 2', b: 'Ben 1' },
    ],
  });
  await club.compute(FUNCTION, '2026-05-02');
  await database.sql`delete from public.matches where match_date = '2025-05-01'`;

  const run = await club.compute(FUNCTION, '2026-05-02');

  expect(await seasons()).toMatchObject([
    { name: 'Al', start: '2026-01-01' },
    { name: 'Ben', start: '2026-01-01' },
  ]);
  expect(run.rows).toBe(2);
});

test('ringers have no place in the tables, retired players have theirs', async () => {
  const club = await givenClub(database.sql, {
    players: { Guest: { ringer: true }, Gone: { retired: true } },
    matches: [{ date: '2026-05-01', a: 'Guest 3, Al', b: 'Gone 1' }],
  });

  await club.compute(FUNCTION, '2026-05-02');

  expect(await halfSeason()).toEqual([
    { name: 'Al', games: 1, goals: 0, points: 20 },
    { name: 'Gone', games: 1, goals: 1, points: -10 },
  ]);
  expect((await seasons()).map(({ name }) => name)).toEqual(['Al', 'Gone']);
});

test('two players of one name are two rows', async () => {
  const club = await givenClub(database.sql, {
    players: { 'Al the younger': { name: 'Al' } },
    matches: [{ date: '2026-05-01', a: 'Al 1', b: 'Al the younger 2' }],
  });

  await club.compute(FUNCTION, '2026-05-02');

  const rows = await database.sql`
    select player_id, name, goals from public.aggregated_half_season_stats order by goals`;
  expect(rows).toEqual([
    { player_id: club.id('Al'), name: 'Al', goals: 1 },
    { player_id: club.id('Al the younger'), name: 'Al', goals: 2 },
  ]);
});

test('a run writes only the rows that change', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2025-05-01', a: 'Al 1', b: 'Ben' },
      { date: '2026-05-01', a: 'Al 1', b: 'Ben' },
    ],
  });
  await club.compute(FUNCTION, '2026-05-08');
  await club.play({ date: '2026-05-08', a: 'Al 1', b: 'Cal' });

  const run = await club.compute(FUNCTION, '2026-05-08');

  // Al's and Cal's rows of this half and this year; Ben's, and last year's, stay untouched.
  expect(run.rows).toBe(4);
});
