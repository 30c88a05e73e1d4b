import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type Club, givenClub } from './club.ts';
import { weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** A player's longest or current streaks after a match, as 'win 3 (4 goals) 01-05..01-19'. */
async function streaks(
  which: 'longest_streaks_through' | 'current_streaks_through',
  club: Club,
  name: string,
  throughOrdinal: number,
): Promise<string[]> {
  const rows = await database.sql<{ streak: string }[]>`
    select format('%s %s (%s goals) %s..%s', streak_type, length, goals,
      to_char(start_date, 'MM-DD'), to_char(end_date, 'MM-DD')) as streak
    from ${database.sql('public')}.${database.sql(which)}(${throughOrdinal})
    where player_id = ${club.id(name)}
    order by streak_type, end_date`;
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

test('a longest streak runs until an appearance that breaks it, whoever was absent', async () => {
  const club = await history();

  expect(await streaks('longest_streaks_through', club, 'Al', 8)).toEqual([
    'attendance 6 (7 goals) 01-05..02-09',
    'loss 1 (0 goals) 01-26..01-26',
    'loss 1 (0 goals) 02-23..02-23',
    'scoring 3 (5 goals) 01-05..01-19',
    'undefeated 3 (5 goals) 01-05..01-19',
    'win 2 (4 goals) 01-05..01-12',
    'win 2 (2 goals) 02-02..02-09',
    'winless 2 (1 goals) 01-19..01-26',
  ]);
});

test('cut at an earlier match, the streaks are those of that day', async () => {
  const club = await history();

  expect(await streaks('longest_streaks_through', club, 'Al', 2)).toEqual([
    'attendance 2 (4 goals) 01-05..01-12',
    'scoring 2 (4 goals) 01-05..01-12',
    'undefeated 2 (4 goals) 01-05..01-12',
    'win 2 (4 goals) 01-05..01-12',
  ]);
});

test('an absence leaves a run of results on and ends one of attendance', async () => {
  const club = await history();

  expect(await streaks('current_streaks_through', club, 'Al', 7)).toEqual([
    'undefeated 2 (2 goals) 02-02..02-09',
    'win 2 (2 goals) 02-02..02-09',
  ]);
  expect(await streaks('current_streaks_through', club, 'Cal', 7)).toEqual([
    'attendance 2 (1 goals) 02-09..02-16',
    'undefeated 2 (1 goals) 02-09..02-16',
    'winless 1 (0 goals) 02-16..02-16',
  ]);
});

test('matches missed before the first one leave attendance at what was attended', async () => {
  const club = await history();

  expect(await streaks('longest_streaks_through', club, 'Cal', 8)).toContain(
    'attendance 2 (1 goals) 02-09..02-16',
  );
});

test('a match entered late takes its place by date (D2)', async () => {
  const club = await history();
  await club.play({ date: '2026-01-08', a: 'Al', b: 'Ben 1' });

  expect(await streaks('longest_streaks_through', club, 'Al', 4)).toContain(
    'win 1 (3 goals) 01-12..01-12',
  );
});

test('two matches of a day are two appearances, in the order they were entered (D12)', async () => {
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2026-01-05', a: 'Al 1', b: 'Ben' },
      { date: '2026-01-05', a: 'Al', b: 'Ben 1' },
    ],
  });

  expect(await streaks('current_streaks_through', club, 'Al', 2)).toEqual([
    'attendance 2 (1 goals) 01-05..01-05',
    'loss 1 (0 goals) 01-05..01-05',
    'winless 1 (0 goals) 01-05..01-05',
  ]);
});
