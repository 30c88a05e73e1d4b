import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** What each team of each match is worth, as 'win heavy clean 40' against 'loss heavy -20'. */
async function outcomes(): Promise<string[]> {
  const rows = await database.sql<{ outcome: string }[]>`
    select string_agg(
      concat_ws(' ',
        result,
        case when heavy_win or heavy_loss then 'heavy' end,
        case when clean_sheet then 'clean' end,
        fantasy_points),
      ' : ' order by team) as outcome
    from public.match_side group by match_ordinal order by match_ordinal`;
  return rows.map(({ outcome }) => outcome);
}

test('result, heavy, clean sheet and points follow from the score alone', async () => {
  await givenClub(database.sql, {
    matches: [
      { date: '2026-01-01', a: 'Al 4', b: 'Ben' },
      { date: '2026-01-02', a: 'Al 5', b: 'Ben 1' },
      { date: '2026-01-03', a: 'Al 3', b: 'Ben' },
      { date: '2026-01-04', a: 'Al 2', b: 'Ben 1' },
      { date: '2026-01-05', a: 'Al 1', b: 'Ben 1' },
      { date: '2026-01-06', a: 'Al', b: 'Ben' },
      { date: '2026-01-07', a: 'Al', b: 'Ben 1, OG 3' },
    ],
  });

  expect(await outcomes()).toEqual([
    'win heavy clean 40 : loss heavy -20',
    'win heavy 30 : loss heavy -20',
    'win clean 30 : loss -10',
    'win 20 : loss -10',
    'draw 10 : draw 10',
    'draw clean 20 : draw clean 20',
    'loss heavy -20 : win heavy clean 40',
  ]);
});

test('a rule changes the points of what follows from it too', async () => {
  await givenClub(database.sql, {
    config: { fantasy_win_points: 3, fantasy_heavy_clean_sheet_win_points: 7 },
    matches: [
      { date: '2026-01-01', a: 'Al 4', b: 'Ben' },
      { date: '2026-01-02', a: 'Al 5', b: 'Ben 1' },
      { date: '2026-01-03', a: 'Al 2', b: 'Ben 1' },
    ],
  });

  expect(await outcomes()).toEqual([
    'win heavy clean 7 : loss heavy -20',
    'win heavy 13 : loss heavy -20',
    'win 3 : loss -10',
  ]);
});

test('matches are counted by date, those of one day by their id', async () => {
  const { matchIds } = await givenClub(database.sql, {
    matches: [
      { date: '2026-01-02', a: 'Al 1', b: 'Ben' },
      { date: '2026-01-02', a: 'Al 2', b: 'Ben' },
      { date: '2026-01-01', a: 'Al 3', b: 'Ben' },
    ],
  });
  const [first, second, backDated] = matchIds;

  const rows = await database.sql`
    select match_id from public.match_side where team = 'A' order by match_ordinal`;

  expect(rows.map((row) => row.match_id)).toEqual([backDated, first, second]);
});

test('a season is a calendar year, its halves turn on 1 July', async () => {
  const days = ['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31', '2024-02-29'];

  const bounds = await database.sql`
    select public.season_start(day)::text as start, public.season_end(day)::text as end,
           public.half_season_start(day)::text as half
    from unnest(${days}::date[]) as day`;

  expect(bounds).toEqual([
    { start: '2026-01-01', end: '2026-12-31', half: '2026-01-01' },
    { start: '2026-01-01', end: '2026-12-31', half: '2026-01-01' },
    { start: '2026-01-01', end: '2026-12-31', half: '2026-07-01' },
    { start: '2026-01-01', end: '2026-12-31', half: '2026-07-01' },
    { start: '2024-01-01', end: '2024-12-31', half: '2024-01-01' },
  ]);
});
