import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';
import { times, weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_hall_of_fame';

/** The entries of a category, best first, as 'Al 12.00'. */
async function hall(category: string): Promise<string[]> {
  const rows = await database.sql<{ entry: string }[]>`
    select name || ' ' || value as entry from public.aggregated_hall_of_fame
    where category = ${category} order by value desc, name`;
  return rows.map(({ entry }) => entry);
}

test('the first three by goals, by share won and by points, ringers aside', async () => {
  const club = await givenClub(database.sql, {
    config: { games_required_for_hof: 1 },
    players: { Guest: { ringer: true } },
    matches: weekly('2026-01-05', 'Al 3, Ben 2 v Cal 1, Guest 3', 'Al, Cal 1 v Dan, Ben'),
  });

  await club.compute(FUNCTION, '2026-11-23');

  // Al won both (20 + 30 points), Ben and Cal one each (20 - 10 and -10 + 30), Dan none.
  expect(await hall('most_goals')).toEqual(['Al 3.00', 'Ben 2.00', 'Cal 2.00']);
  expect(await hall('best_win_percentage')).toEqual(['Al 100.00', 'Ben 50.00', 'Cal 50.00']);
  expect(await hall('most_fantasy_points')).toEqual(['Al 50.00', 'Cal 20.00', 'Ben 10.00']);
});

test('whoever is level with the last place is in as well', async () => {
  const club = await givenClub(database.sql, {
    config: { hall_of_fame_limit: 2 },
    matches: weekly('2026-01-05', 'Al 3, Ben 1, Cal 1 v Dan 1, Eve'),
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect(await hall('most_goals')).toEqual(['Al 3.00', 'Ben 1.00', 'Cal 1.00', 'Dan 1.00']);
});

test('the games required, fifty by default, are asked for the share won only', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2025-01-06', ...times(50, 'Al 1 v Ben'), 'Cal 9 v Dan'),
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect(await hall('best_win_percentage')).toEqual(['Al 100.00']);
  expect(await hall('most_goals')).toEqual(['Al 50.00', 'Cal 9.00']);
});

test('a first run right after a match needs no other function to have run', async () => {
  const club = await givenClub(database.sql, {
    matches: [{ date: '2026-01-01', a: 'Al 1', b: 'Ben' }],
  });

  await club.compute(FUNCTION, '2026-01-01');

  expect(await hall('most_goals')).toEqual(['Al 1.00']);
});

test('nobody enters with nothing: no goals, no wins, no points', async () => {
  const club = await givenClub(database.sql, {
    config: { games_required_for_hof: 0 },
    matches: [
      { date: '2026-01-01', a: 'Al 1', b: 'Ben' },
      { date: '2026-01-08', a: 'Al 1', b: 'Ben' },
    ],
  });

  await club.compute(FUNCTION, '2026-11-23');

  const rows = await database.sql`
    select category from public.aggregated_hall_of_fame where name = 'Ben'`;
  expect(rows).toEqual([]);
});
