import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';
import { weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_recent_performance';

async function formOf(name: string) {
  const [row] = await database.sql`
    select last_5_games, last_5_goals from public.aggregated_recent_performance
    where name = ${name}`;
  return row;
}

test('form is the last five appearances, newest first, the own score first', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly(
      '2026-01-05',
      'Al 9 v Ben',
      'Al 4 v Ben',
      'Ben 5 v Al 1',
      'Cal 1 v Ben',
      'Ben v Al',
      'Al 2 v Ben 1',
      'Ben 1, OG v Al 1',
    ),
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect(await formOf('Al')).toEqual({
    last_5_games: [
      {
        match_id: 7,
        date: '2026-02-16',
        goals: 1,
        result: 'loss',
        score: '1-2',
        heavy_win: false,
        heavy_loss: false,
        clean_sheet: false,
      },
      {
        match_id: 6,
        date: '2026-02-09',
        goals: 2,
        result: 'win',
        score: '2-1',
        heavy_win: false,
        heavy_loss: false,
        clean_sheet: false,
      },
      {
        match_id: 5,
        date: '2026-02-02',
        goals: 0,
        result: 'draw',
        score: '0-0',
        heavy_win: false,
        heavy_loss: false,
        clean_sheet: true,
      },
      {
        match_id: 3,
        date: '2026-01-19',
        goals: 1,
        result: 'loss',
        score: '1-5',
        heavy_win: false,
        heavy_loss: true,
        clean_sheet: false,
      },
      {
        match_id: 2,
        date: '2026-01-12',
        goals: 4,
        result: 'win',
        score: '4-0',
        heavy_win: true,
        heavy_loss: false,
        clean_sheet: true,
      },
    ],
    last_5_goals: 8,
  });
});

test('matches of one day are told in the order they were entered', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2026-01-05', a: 'Al 1', b: 'Ben' },
      { date: '2026-01-05', a: 'Al 2', b: 'Ben' },
      { date: '2026-01-05', a: 'Al 3', b: 'Ben' },
      { date: '2026-01-04', a: 'Al 4', b: 'Ben' },
    ],
  });

  await club.compute(FUNCTION, '2026-11-23');

  const form = await formOf('Al');
  expect(form?.last_5_games).toMatchObject([
    { goals: 3 },
    { goals: 2 },
    { goals: 1 },
    { goals: 4 },
  ]);
});

test('who never played has a row without games; ringers have none', async () => {
  const club = await givenClub(database.sql, {
    players: { Watcher: {}, Guest: { ringer: true }, Gone: { retired: true } },
    matches: [{ date: '2026-01-05', a: 'Guest 1', b: 'Gone' }],
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect(await formOf('Watcher')).toEqual({ last_5_games: [], last_5_goals: 0 });
  expect(await formOf('Gone')).toMatchObject({ last_5_games: [{ result: 'loss' }] });
  expect(await formOf('Guest')).toBeUndefined();
});

test('only the players of a new match are written again', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2026-01-05', 'Al 1 v Ben', 'Cal 1 v Dan'),
  });
  await club.compute(FUNCTION, '2026-11-23');
  await club.play({ date: '2026-01-19', a: 'Al', b: 'Ben' });

  const run = await club.compute(FUNCTION, '2026-11-23');

  expect(run.rows).toBe(2);
});
