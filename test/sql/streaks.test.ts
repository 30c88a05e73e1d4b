import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type Club, givenClub } from './club.ts';
import { weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** A player's longest streaks up to a match, as 'win 3 01-05..01-19'. */
async function longest(club: Club, name: string, throughOrdinal: number): Promise<string[]> {
  const rows = await database.sql<{ streak: string }[]>`
    select format('%s %s %s..%s', streak_type, length,
      to_char(start_date, 'MM-DD'), to_char(end_date, 'MM-DD')) as streak
    from public.longest_streaks(${throughOrdinal})
    where player_id = ${club.id(name)}
    order by streak_type`;
  return rows.map(({ streak }) => streak);
}

/** A player's streaks still on after a match, as 'win 3', or 'scoring 3 (4 goals)'. */
async function running(club: Club, name: string, throughOrdinal: number): Promise<string[]> {
  const rows = await database.sql<{ streak: string }[]>`
    select concat_ws(' ', streak_type, length, '(' || goals || ' goals)') as streak
    from public.running_streaks(${throughOrdinal})
    where player_id = ${club.id(name)}
    order by streak_type`;
  return rows.map(({ streak }) => streak);
}

/** Al wins 2, draws, loses, wins 2, misses a match, then loses. */
const history = () =>
  givenClub(database.sql, {
    matches: weekly(
      '2026-01-05',
      'Al 1 v Ben',
      'Al 3 v Ben',
      'Al 1 v Ben 1',
      'Al v Ben 1',
      'Al 2 v Ben',
      'Al, Cal 1 v Ben',
      'Cal v Ben',
      'Al v Ben 2',
    ),
  });

test('a longest streak runs until an appearance that breaks it; of equal ones the latest counts', async () => {
  const club = await history();

  expect(await longest(club, 'Al', 8)).toEqual([
    'attendance 6 01-05..02-09',
    'loss 1 02-23..02-23',
    'scoring 3 01-05..01-19',
    'undefeated 3 01-05..01-19',
    'win 2 02-02..02-09',
    'winless 2 01-19..01-26',
  ]);
});

test('cut at an earlier match, the streaks are those of that day', async () => {
  const club = await history();

  expect(await longest(club, 'Al', 2)).toEqual([
    'attendance 2 01-05..01-12',
    'scoring 2 01-05..01-12',
    'undefeated 2 01-05..01-12',
    'win 2 01-05..01-12',
  ]);
});

test('an absence leaves a run of results on and ends one of attendance', async () => {
  const club = await history();

  expect(await running(club, 'Al', 7)).toEqual(['undefeated 2', 'win 2']);
  expect(await running(club, 'Cal', 7)).toEqual(['attendance 2', 'undefeated 2', 'winless 1']);
});

test('matches missed before the first one leave attendance at what was attended', async () => {
  const club = await history();

  expect(await longest(club, 'Cal', 8)).toContain('attendance 2 02-09..02-16');
});

test('a match entered late takes its place by date', async () => {
  const club = await history();
  await club.play({ date: '2026-01-08', a: 'Al', b: 'Ben 1' });

  expect(await longest(club, 'Al', 4)).toContain('win 1 01-12..01-12');
});

test('two matches of a day are two appearances, in the order they were entered', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2026-01-05', a: 'Al 1', b: 'Ben' },
      { date: '2026-01-05', a: 'Al', b: 'Ben 1' },
    ],
  });

  expect(await running(club, 'Al', 2)).toEqual(['attendance 2', 'loss 1', 'winless 1']);
});

test('a scoring streak knows its goals, those before it are not among them', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly(
      '2026-01-05',
      'Al 4 v Ben',
      'Al v Ben',
      'Al 2 v Ben',
      'Al v Ben 1',
      'Al 1 v Ben',
      'Al 3 v Ben',
    ),
  });

  expect(await running(club, 'Al', 3)).toContain('scoring 1 (2 goals)');
  expect(await running(club, 'Al', 6)).toContain('scoring 2 (4 goals)');
});

test('a record is listed with each of its streaks, and no shorter one', async () => {
  const club = await history();

  const rows = await database.sql`
    select player_id, length, start_date::text, end_date::text
    from public.record_streaks(8) where streak_type = 'win' order by end_date`;

  const al = club.id('Al');
  expect(rows).toEqual([
    { player_id: al, length: 2, start_date: '2026-01-05', end_date: '2026-01-12' },
    { player_id: al, length: 2, start_date: '2026-02-02', end_date: '2026-02-09' },
  ]);
});
