import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_LEASE_SECONDS, FUNCTION_DEADLINE_MS } from '../../src/jobs/retry-policy.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type Club, givenClub, type StatsRun } from './club.ts';
import { times, weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const history = {
  players: { Guest: { ringer: true }, Gone: { retired: true } },
  matches: [
    ...weekly('2025-01-06', ...times(12, 'Al 2, Ben, Gone 1 v Cal 1, Dan, Guest 1')),
    ...weekly('2026-07-06', ...times(4, 'Al 1, Cal v Ben, Dan'), 'Al, Dan 4 v Ben, Cal'),
  ],
};

/** Runs all ten, one after another: what each answers, by function. */
async function computeAll(club: Club, asOf?: string): Promise<Record<string, StatsRun>> {
  const runs: Record<string, StatsRun> = {};
  for (const { rpc } of STATS_FUNCTIONS) runs[rpc] = await club.compute(rpc, asOf);
  return runs;
}

/** The functions that wrote a row. */
const writers = (runs: Record<string, StatsRun>) =>
  Object.keys(runs).filter((rpc) => runs[rpc]?.rows !== 0);

/** What all aggregate tables hold, by table. */
async function everyAggregate(): Promise<Record<string, unknown>> {
  const tables = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name like 'aggregated%' order by name`;
  const held: Record<string, unknown> = {};
  for (const { name } of tables) {
    held[name] = [...(await database.sql`select * from ${database.sql(`public.${name}`)}`)];
  }
  return held;
}

test('each answers rows, version and day, and notes them under its tags', async () => {
  const club = await givenClub(database.sql, history);
  const [source] = await database.sql`select version::int from public.source_version`;

  const runs = await computeAll(club, '2026-11-23');

  for (const { rpc } of STATS_FUNCTIONS) {
    expect(runs[rpc], rpc).toEqual({
      rows: expect.any(Number),
      source_version: source?.version,
      as_of: '2026-11-23',
    });
  }
  expect(writers(runs)).toEqual(STATS_FUNCTIONS.map(({ rpc }) => rpc));
  const noted = await database.sql`
    select cache_key, computed_version::int as version, computed_as_of::text as as_of,
           computed_run::int as run
    from public.cache_metadata order by cache_key`;
  expect(noted).toEqual(
    STATS_FUNCTIONS.flatMap(({ tags }) => [...tags])
      .sort()
      .map((tag) => ({ cache_key: tag, version: source?.version, as_of: '2026-11-23', run: 1 })),
  );
});

test('none writes a row when nothing changed', async () => {
  const club = await givenClub(database.sql, history);
  await computeAll(club, '2026-11-23');

  const again = await computeAll(club, '2026-11-23');

  expect(writers(again)).toEqual([]);
});

test('none counts a match after the day it computes for', async () => {
  const club = await givenClub(database.sql, history);
  await computeAll(club, '2026-11-23');
  await club.play({ date: '2026-11-24', a: 'Al 9, Gone', b: 'Ben, Cal' });

  const again = await computeAll(club, '2026-11-23');

  expect(writers(again)).toEqual([]);
});

test('all succeed in a club without players or matches', async () => {
  const club = await givenClub(database.sql);

  await computeAll(club, '2026-11-23');

  expect(writers(await computeAll(club, '2026-11-23'))).toEqual([]);
});

test('all empty what they filled once every match is gone', async () => {
  const club = await givenClub(database.sql);
  await computeAll(club, '2026-11-23');
  const empty = await everyAggregate();
  await club.play({ date: '2026-11-20', a: 'Al 1', b: 'Ben' });
  await computeAll(club, '2026-11-23');
  await database.sql`delete from public.matches`;
  await database.sql`delete from public.players`;

  await computeAll(club, '2026-11-23');

  expect(await everyAggregate()).toEqual(empty);
});

test("all compute for today in the club's zone without an argument", async () => {
  const club = await givenClub(database.sql, {
    ...history,
    config: { club_timezone: 'Pacific/Kiritimati' },
  });
  const today = async () => {
    const [row] = await database.sql<{ day: string }[]>`
      select to_char(clock_timestamp() at time zone 'Pacific/Kiritimati', 'YYYY-MM-DD') as day`;
    return row?.day;
  };
  const before = await today();

  const runs = await computeAll(club);

  const days = Object.values(runs).map((run) => run.as_of);
  // Midnight may pass on that island while the ten run.
  const after = await today();
  expect(days).toHaveLength(STATS_FUNCTIONS.length);
  expect(days.filter((day) => day !== before && day !== after)).toEqual([]);
});

test('all are for the service role alone', async () => {
  for (const { rpc } of STATS_FUNCTIONS) {
    const call = database.sql(`public.${rpc}`);
    for (const role of ['anon', 'authenticated'] as const) {
      const attempt = database.as(role, (sql) => sql`select ${call}()`);

      await expect(attempt, `${role} calls ${rpc}`).rejects.toMatchObject({ code: '42501' });
    }
    const [answer] = await database.as('service_role', (sql) => sql`select ${call}() as run`);
    expect(answer?.run, rpc).toMatchObject({ rows: expect.any(Number) });
  }
});

test('each ends by itself before the worker gives it up, and that before its lease ends', async () => {
  const limits = await database.sql<{ name: string; ms: number }[]>`
    select proname as name,
           extract(epoch from split_part(setting, '=', 2)::interval)::float * 1000 as ms
    from pg_proc, unnest(proconfig) as setting
    where pronamespace = 'public'::regnamespace and setting like 'statement_timeout=%'
    order by name`;

  expect(limits.map(({ name }) => name)).toEqual(STATS_FUNCTIONS.map(({ rpc }) => rpc).toSorted());
  for (const { name, ms } of limits) expect(ms, name).toBeLessThan(FUNCTION_DEADLINE_MS);
  expect(FUNCTION_DEADLINE_MS).toBeLessThan(DEFAULT_LEASE_SECONDS * 1000);
});
