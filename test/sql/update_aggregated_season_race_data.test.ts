import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';
import { weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_season_race_data';

async function race(year: number, period: 'whole_season' | 'current_half') {
  const [row] = await database.sql`
    select player_data from public.aggregated_season_race_data
    where season_year = ${year} and period_type = ${period}`;
  return row?.player_data;
}

test('each leader has 0 on the first day, then the total after each match played', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2026-03-02', a: 'Al 2', b: 'Ben 1' },
      { date: '2026-07-06', a: 'Al 2, Ben', b: 'Cal 1' },
      { date: '2026-07-13', a: 'Al 1', b: 'Ben 2' },
    ],
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect(await race(2026, 'whole_season')).toEqual([
    {
      player_id: club.id('Al'),
      name: 'Al',
      cumulative_data: [
        { date: '2026-01-01', points: 0 },
        { date: '2026-03-02', points: 20 },
        { date: '2026-07-06', points: 40 },
        { date: '2026-07-13', points: 30 },
      ],
    },
    {
      player_id: club.id('Ben'),
      name: 'Ben',
      cumulative_data: [
        { date: '2026-01-01', points: 0 },
        { date: '2026-03-02', points: -10 },
        { date: '2026-07-06', points: 10 },
        { date: '2026-07-13', points: 30 },
      ],
    },
  ]);
  expect(await race(2026, 'current_half')).toEqual([
    {
      player_id: club.id('Al'),
      name: 'Al',
      cumulative_data: [
        { date: '2026-07-01', points: 0 },
        { date: '2026-07-06', points: 20 },
        { date: '2026-07-13', points: 10 },
      ],
    },
    {
      player_id: club.id('Ben'),
      name: 'Ben',
      cumulative_data: [
        { date: '2026-07-01', points: 0 },
        { date: '2026-07-06', points: 20 },
        { date: '2026-07-13', points: 40 },
      ],
    },
  ]);
});

test('the five with most points run, equal ones taken by name, listed by player', async () => {
  const club = await givenClub(database.sql, {
    players: { Zoe: {}, Guest: { ringer: true } },
    matches: weekly('2026-01-05', 'Zoe 1, Guest, Fay, Eve, Dan, Cal, Ben, Al v Gus', 'Zoe 1 v Gus'),
  });

  await club.compute(FUNCTION, '2026-11-23');

  const names = (await race(2026, 'whole_season')).map(({ name }: { name: string }) => name);
  expect(names).toEqual(['Zoe', 'Dan', 'Cal', 'Ben', 'Al']);
});

test('a day with two matches is one point, the total at its end', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2026-01-05', a: 'Al 2', b: 'Ben 1' },
      { date: '2026-01-05', a: 'Al 2', b: 'Ben 1' },
    ],
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect(await race(2026, 'whole_season')).toMatchObject([
    {
      cumulative_data: [
        { date: '2026-01-01', points: 0 },
        { date: '2026-01-05', points: 40 },
      ],
    },
  ]);
});

test('a match on the first day takes the place of the 0', async () => {
  const club = await givenClub(database.sql, {
    matches: [{ date: '2026-01-01', a: 'Al 2', b: 'Ben 1' }],
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect(await race(2026, 'whole_season')).toMatchObject([
    { name: 'Al', cumulative_data: [{ date: '2026-01-01', points: 20 }] },
  ]);
});

test('a period in which nobody has points has an empty race', async () => {
  const club = await givenClub(database.sql, {
    matches: [{ date: '2026-06-30', a: 'Al 2', b: 'Ben 1' }],
  });

  await club.compute(FUNCTION, '2026-07-01');

  expect(await race(2026, 'whole_season')).toMatchObject([{ name: 'Al' }]);
  expect(await race(2026, 'current_half')).toEqual([]);
});

test('the race of an earlier year stays as it ended', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2025-08-04', a: 'Al 2', b: 'Ben 1' },
      { date: '2026-08-03', a: 'Ben 2', b: 'Al 1' },
    ],
  });
  await club.compute(FUNCTION, '2025-12-31');

  await club.compute(FUNCTION, '2026-11-23');

  expect(await race(2025, 'whole_season')).toMatchObject([{ name: 'Al' }]);
  expect(await race(2026, 'whole_season')).toMatchObject([{ name: 'Ben' }]);
});
