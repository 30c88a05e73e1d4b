import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClub } from '../../local/demo-club.ts';
import { insertClub } from '../../local/insert-club.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { AGGREGATE_TABLES } from '../../tools/verify/aggregate-tables.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { runTool } from '../run-tool.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const verify = () => runTool('stats-verify.ts', { DATABASE_URL: database.url });

async function clubWithStats(): Promise<void> {
  const { sql } = database;
  const [clock] = await sql<[{ today: string }]>`select public.club_today()::text as today`;
  await sql.begin((transaction) => insertClub(transaction, demoClub(clock.today)));
  await computeAll();
}

/** The ten RPCs one after another, as the edge functions call them. */
async function computeAll(): Promise<void> {
  for (const { rpc } of STATS_FUNCTIONS) {
    await database.as('service_role', (sql) => sql`select public.${sql(rpc)}()`);
  }
}

/** Everything that a computation could have changed. */
async function everything(): Promise<unknown> {
  const tables = [...Object.values(AGGREGATE_TABLES).flat(), 'cache_metadata', 'source_version'];
  const contents = tables.map(
    (table) => database.sql`select t.*, t.xmin from public.${database.sql(table)} as t order by t`,
  );
  return Promise.all(contents);
}

test('what the ten functions stored equals a fresh computation, and verifying changes nothing', async () => {
  await clubWithStats();
  const before = await everything();

  const { code, output } = await verify();

  expect(output).toMatch(
    /^equal {3}Season and half-season tables +aggregated_half_season_stats: \d+ rows/m,
  );
  expect(output).toMatch(/\n12 tables equal\.\n$/);
  expect(code).toBe(0);
  expect(await everything()).toEqual(before);
});

test('planted wrong numbers are found and named, down to the value, and left as they are', async () => {
  await clubWithStats();
  const { sql } = database;
  await sql`update public.aggregated_all_time_stats set goals = goals + 1 where player_id = 1`;
  await sql`update public.aggregated_records set records =
    jsonb_set(records, '{streaks,Win Streak,holders,0,streak}', '99')`;
  await sql`delete from public.aggregated_recent_performance where player_id = 3`;
  await sql`
    insert into public.aggregated_hall_of_fame (category, player_id, name, value)
    select category, 40, name, value from public.aggregated_hall_of_fame limit 1`;
  const before = await everything();

  const { code, output } = await verify();

  expect(code).toBe(1);
  expect(output).toMatch(
    /^wrong +All-time table +aggregated_all_time_stats: 1 of \d+ rows differ$/m,
  );
  expect(output).toMatch(/^ {4}player_id 1: goals is (\d+), should be \d+$/m);
  expect(output).toMatch(/records\.streaks\.Win Streak\.holders\.0\.streak is 99, should be \d+$/m);
  expect(output).toMatch(/^ {4}player_id 3: is missing$/m);
  expect(output).toMatch(/^ {4}category \w+, player_id 40: should not be there$/m);
  expect(output).toMatch(/^equal +Power ratings /m);
  expect(output).toMatch(/^4 of 12 tables differ .*\nWrong: of the same data/m);
  expect(await everything()).toEqual(before);
});

test('newer data is told as such, and not as wrong', async () => {
  await clubWithStats();
  const [before] = await database.sql`select version from public.source_version`;
  await database.sql`update public.matches set team_a_score = team_a_score + 5
    where match_id = (select max(match_id) from public.matches)`;

  const { code, output } = await verify();

  expect(code).toBe(1);
  expect(output).toMatch(/^behind +Match report/m);
  expect(output).not.toMatch(/wrong/i);
  const version = Number(before?.version);
  expect(output).toContain(
    `Behind: version ${version} computed, ${version + 1} current; press Update stats.`,
  );
});

test('a change that changes no number leaves all equal, though behind', async () => {
  await clubWithStats();
  await database.sql`update public.players set name = name where player_id = 1`;

  const { code, output } = await verify();

  expect(output).toMatch(/12 tables equal\.\nBehind: version \d+ computed, \d+ current/);
  expect(code).toBe(0);
});

test('numbers of an earlier day are judged as of that day', async () => {
  await clubWithStats();
  for (const { rpc } of STATS_FUNCTIONS) {
    await database.sql`select public.${database.sql(rpc)}('2026-01-31')`;
  }

  const { code, output } = await verify();

  expect(output).toMatch(/Computed for 2026-01-31, and verified for that day; today is \d{4}/);
  expect(output).not.toMatch(/behind|wrong/i);
  expect(code).toBe(0);
});

test('numbers never computed are behind', async () => {
  const { code, output } = await verify();

  expect(output).toContain('Behind: never computed, 0 current; press Update stats.');
  expect(code).toBe(1);
});

test('a function that cannot run is told with its error, and the others are judged', async () => {
  await clubWithStats();
  await database.sql.unsafe(`
    create or replace function public.update_power_ratings(p_as_of date default null)
    returns jsonb language plpgsql as $$ begin raise exception 'out of order'; end $$`);

  const { code, output } = await verify();

  expect(output).toMatch(/^failed +Power ratings +out of order \(SQLSTATE P0001\)$/m);
  expect(output).toMatch(/^11 tables equal\.\nSome could not be computed/m);
  expect(code).toBe(1);
});

test('it waits for a run of the same numbers, and judges what that stored', async () => {
  await clubWithStats();
  await database.sql`update public.matches set team_a_score = team_a_score + 5 where match_id = 1`;
  const run = await database.sql.reserve();
  await run`begin`;
  for (const { rpc } of STATS_FUNCTIONS) await run`select public.${run(rpc)}()`;

  const verifying = verify();
  await expect.poll(waitsForLock).toBe(true);
  await run`commit`;
  run.release();

  expect((await verifying).output).toMatch(/12 tables equal\.\n$/);
});

async function waitsForLock(): Promise<boolean> {
  const waiting = await database.sql`
    select from pg_stat_activity
    where datname = current_database() and application_name = 'berkotnf-verify'
      and wait_event = 'advisory'`;
  return waiting.length > 0;
}

test('every aggregate table is some function’s to verify', async () => {
  const tables = await database.sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname ^@ 'aggregated_'`;

  expect(Object.values(AGGREGATE_TABLES).flat().toSorted()).toEqual(
    tables.map(({ name }) => name).toSorted(),
  );
});

test('without a database it says what to set', async () => {
  const { code, output } = await runTool('stats-verify.ts', { LOCAL_DIR: '/nowhere' });

  expect(output).toMatch(/set the variables that --help names/);
  expect(code).toBe(1);
});
