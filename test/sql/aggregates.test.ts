import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const aggregates = () => database.sql<{ name: string }[]>`
  select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like 'aggregated%'
  order by relname`;

test('there are the twelve aggregates, each with a primary key', async () => {
  const names = (await aggregates()).map(({ name }) => name);
  const keyed = await database.sql`
    select conrelid::regclass::text as name from pg_constraint
    where contype = 'p' and conrelid::regclass::text like 'aggregated%' order by name`;

  expect(names).toEqual([
    'aggregated_all_time_stats',
    'aggregated_half_season_stats',
    'aggregated_hall_of_fame',
    'aggregated_match_report',
    'aggregated_performance_ratings',
    'aggregated_personal_bests',
    'aggregated_player_profile_stats',
    'aggregated_recent_performance',
    'aggregated_records',
    'aggregated_season_honours',
    'aggregated_season_race_data',
    'aggregated_season_stats',
  ]);
  expect(keyed.map(({ name }) => name)).toEqual(names);
});

test('every aggregate and each of its columns says what it holds', async () => {
  const silent = await database.sql`
    select relname as table, attname as column
    from pg_class
    join pg_attribute on attrelid = pg_class.oid and not attisdropped and attnum >= 0
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like 'aggregated%'
      and coalesce(col_description(pg_class.oid, attnum), '') = ''
    union all
    select relname, null from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like 'aggregated%'
      and coalesce(obj_description(pg_class.oid, 'pg_class'), '') = ''`;

  expect(silent).toEqual([]);
});

test('anyone may read an aggregate, and only a stats function writes one', async () => {
  for (const { name } of await aggregates()) {
    const table = database.sql(`public.${name}`);
    for (const role of ['anon', 'authenticated', 'service_role'] as const) {
      const rows = await database.as(role, (sql) => sql`select from ${table}`);
      const writing = database.as(role, (sql) => sql`delete from ${table}`);

      expect(rows, `${role} reads ${name}`).toHaveLength(0);
      await expect(writing, `${role} empties ${name}`).rejects.toMatchObject({ code: '42501' });
    }
  }
});

test('nobody but their owner reads the definitions behind the stats', async () => {
  const open = await database.sql`
    select relname as name, role
    from pg_class
    cross join unnest(array['anon', 'authenticated', 'service_role']) as role
    where relnamespace = 'public'::regnamespace and relkind = 'v'
      and has_table_privilege(role, pg_class.oid, 'select')`;

  expect(open).toEqual([]);
});
