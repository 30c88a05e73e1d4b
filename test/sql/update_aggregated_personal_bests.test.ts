import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type Club, type ClubHistory, givenClub } from './club.ts';
import { times, weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_personal_bests';

interface PersonalBests {
  readonly name: string;
  readonly pbs: readonly {
    readonly metric_type: string;
    readonly value: number;
    readonly previous_best_value: number;
  }[];
}

/** What is stored for a match, by player id; undefined when there is no row. */
async function storedBests(
  matchId: number | undefined,
): Promise<Record<string, PersonalBests> | undefined> {
  const [row] = await database.sql<{ broken_pbs_data: Record<string, PersonalBests> }[]>`
    select broken_pbs_data from public.aggregated_personal_bests
    where match_id = ${matchId ?? null}`;
  return row?.broken_pbs_data;
}

/** The bests beaten in the last match of a history, written 'metric value>previous'. */
async function beatenBy(player: string, history: ClubHistory): Promise<string[]> {
  const club = await givenClub(database.sql, history);
  await club.compute(FUNCTION, '2025-12-31');
  return beaten(club, player);
}

async function beaten(club: Club, player: string): Promise<string[]> {
  const bests = await storedBests(club.matchIds.at(-1));
  return (bests?.[club.id(player)]?.pbs ?? []).map(
    ({ metric_type, value, previous_best_value }) =>
      `${metric_type} ${value} after ${previous_best_value}`,
  );
}

test('most goals in a match is beaten from two on, with the best before it', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2025-03-03', 'Al 2, Ben v Cal 1', 'Al 3, Ben 1 v Cal 2'),
  });

  await club.compute(FUNCTION, '2025-12-31');

  expect(await storedBests(club.matchIds[1])).toEqual({
    [club.id('Al')]: {
      name: 'Al',
      pbs: [{ metric_type: 'most_goals_in_game', value: 3, previous_best_value: 2 }],
    },
    [club.id('Cal')]: {
      name: 'Cal',
      pbs: [{ metric_type: 'most_goals_in_game', value: 2, previous_best_value: 1 }],
    },
  });
});

test('equalling a best beats nothing', async () => {
  const matches = weekly('2025-03-03', 'Al 2 v Ben', 'Al 2 v Ben');

  expect(await beatenBy('Al', { matches })).toEqual([]);
});

test('a streak of four wins is a best, and so is what comes with it', async () => {
  const matches = weekly('2025-03-03', ...times(4, 'Al 1 v Ben'));

  expect(await beatenBy('Al', { matches })).toEqual([
    'longest_win_streak 4 after 0',
    'longest_undefeated_streak 4 after 0',
    'attendance_streak 4 after 0',
    'longest_scoring_streak 4 after 0',
  ]);
});

test('a streak of four defeats is a best of its kind', async () => {
  const matches = weekly('2025-03-03', ...times(4, 'Al 1 v Ben'));

  expect(await beatenBy('Ben', { matches })).toEqual([
    'longest_losing_streak 4 after 0',
    'longest_winless_streak 4 after 0',
    'attendance_streak 4 after 0',
  ]);
});

test('a growing best is measured against the streak before it, each week', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly(
      '2025-03-03',
      ...times(4, 'Al 1 v Ben'),
      'Al v Ben 1',
      'Cal v Ben', // Al is away: his attendance starts again
      ...times(5, 'Al 1 v Ben'),
    ),
  });
  await club.compute(FUNCTION, '2025-12-31');
  const atFive = await beaten(club, 'Al');

  await club.play({ date: '2025-06-02', a: 'Al 1', b: 'Ben' });
  await club.compute(FUNCTION, '2025-12-31');
  const atSix = await beaten(club, 'Al');

  expect(atFive).toEqual([
    'longest_win_streak 5 after 4',
    'longest_undefeated_streak 5 after 4',
    'longest_scoring_streak 5 after 4',
  ]);
  expect(atSix).toEqual([
    'longest_win_streak 6 after 4',
    'longest_undefeated_streak 6 after 4',
    'attendance_streak 6 after 5',
    'longest_scoring_streak 6 after 4',
  ]);
});

test('what was before is a matter of dates, not of when it was entered', async () => {
  // The 5 goals are entered last, for a match that was played first.
  const club = await givenClub(database.sql, {
    matches: [
      { date: '2025-03-10', a: 'Al 3', b: 'Ben' },
      { date: '2025-03-03', a: 'Al 5', b: 'Ben' },
    ],
  });

  await club.compute(FUNCTION, '2025-12-31');

  expect(await storedBests(club.matchIds[0])).toEqual({});
  expect(await storedBests(club.matchIds[1])).toBeUndefined();
});

test('ringers and absent players have no bests', async () => {
  const club = await givenClub(database.sql, {
    players: { Rex: { ringer: true } },
    matches: weekly('2025-03-03', ...times(4, 'Al 1 v Ben'), 'Rex 7 v Cal 2'),
  });

  await club.compute(FUNCTION, '2025-12-31');

  expect(Object.keys((await storedBests(club.matchIds[4])) ?? {})).toEqual([
    String(club.id('Cal')),
  ]);
});

test('a match without a best has an empty row, an earlier match keeps its own', async () => {
  const club = await givenClub(database.sql, { matches: weekly('2025-03-03', 'Al 2 v Ben') });
  await club.compute(FUNCTION, '2025-12-31');
  await club.play({ date: '2025-03-10', a: 'Al', b: 'Ben' });

  const run = await club.compute(FUNCTION, '2025-12-31');
  const again = await club.compute(FUNCTION, '2025-12-31');

  expect(run.rows).toBe(1);
  expect(again.rows).toBe(0);
  expect(await storedBests(club.matchIds[0])).toHaveProperty(String(club.id('Al')));
  expect(await storedBests(club.matchIds[1])).toEqual({});
});

test('a match dated after the day has no row yet', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2025-03-03', 'Al 2 v Ben', 'Al 3 v Ben'),
  });

  await club.compute(FUNCTION, '2025-03-09');

  expect(await storedBests(club.matchIds[0])).toHaveProperty(String(club.id('Al')));
  expect(await storedBests(club.matchIds[1])).toBeUndefined();
});

test('a club without a match has no rows, and the row of a deleted match goes', async () => {
  const club = await givenClub(database.sql);
  const empty = await club.compute(FUNCTION);
  await club.play(...weekly('2025-03-03', 'Al 2 v Ben'));
  await club.compute(FUNCTION);

  await database.sql`delete from public.matches`;
  const run = await club.compute(FUNCTION);

  expect(empty.rows).toBe(0);
  expect(run.rows).toBe(1);
  expect(await storedBests(club.matchIds[0])).toBeUndefined();
});
