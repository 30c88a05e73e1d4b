import { afterEach, beforeEach, expect, test } from 'vitest';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type Club, givenClub, type StatsRun } from './club.ts';
import { weekly } from './weekly.ts';

let database: TestDatabase;
let club: Club;
beforeEach(async () => {
  database = await freshDatabase();
  club = await givenClub(database.sql, { matches: weekly('2026-01-05', 'Al 1 v Ben') });
});
afterEach(() => database.drop());

const DAY = '2026-11-23';

test('of two runs of a function at once, one does the work and the other finds it done', async () => {
  const twice = STATS_FUNCTIONS.map(async ({ rpc }) => {
    const runs = await Promise.all([club.compute(rpc, DAY), club.compute(rpc, DAY)]);
    return runs.map(({ rows }) => rows > 0).sort();
  });

  expect(await Promise.all(twice)).toEqual(STATS_FUNCTIONS.map(() => [false, true]));
});

test('a run that waited counts what was saved meanwhile, and says so', async () => {
  let waited: Promise<StatsRun> | undefined;

  const first = await database.sql.begin(async (transaction) => {
    const [row] = await transaction<{ run: StatsRun }[]>`
      select public.update_aggregated_all_time_stats(${DAY}) as run`;
    waited = club.compute('update_aggregated_all_time_stats', DAY);
    await expect.poll(waitingRuns).toBe(1);
    await club.play({ date: '2026-01-12', a: 'Al 1', b: 'Ben' });
    return row?.run;
  });
  const second = await waited;

  const [source] = await database.sql`select version::integer from public.source_version`;
  const [al] = await database.sql`
    select games_played from public.aggregated_all_time_stats
    where player_id = ${club.id('Al')}`;
  expect(second?.source_version).toBe(source?.version);
  expect(first?.source_version).toBeLessThan(source?.version);
  expect(al?.games_played).toBe(2);
});

/** How many runs wait for another one of their function to end. */
async function waitingRuns(): Promise<number> {
  const waiting = await database.sql`
    select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
  return waiting.length;
}
