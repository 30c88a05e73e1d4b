import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { urlAs } from '../../local/bootstrap.ts';
import { applySchema, SchemaError } from '../../tools/apply-schema.ts';
import { INSTALL_SCRIPT, listedFiles } from '../../tools/install-script.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'berkotnf-schema-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

/** Writes an install script that lists these files; its path. */
function install(files: Record<string, string>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const script = join(folder, 'install.sql');
  const lines = Object.keys(files).map((name) => `\\ir ${name}`);
  writeFileSync(script, ['-- What there is.', '', ...lines, '  -- The end.'].join('\n'));
  return script;
}

const exists = async (table: string) => {
  const [row] = await database.sql`select to_regclass(${table}) is not null as found`;
  return row?.found;
};

async function failureOf(script: string): Promise<SchemaError> {
  const error = await applySchema(database.url, script).catch((cause: unknown) => cause);
  if (error instanceof SchemaError) return error;
  throw new Error('it should have failed with a SchemaError', { cause: error });
}

test('the project’s own schema can be applied again over data', async () => {
  await database.sql`insert into public.players (name, join_date) values ('Al', '2026-01-01')`;
  const [before] = await database.sql`select version from public.source_version`;

  await applySchema(database.url, INSTALL_SCRIPT);

  const players = await database.sql`select name from public.players`;
  expect(players).toEqual([{ name: 'Al' }]);
  expect(await database.sql`select version from public.source_version`).toEqual([before]);
});

/** Every function that was ever in the schema and is not now, or not with these arguments. */
const RETIRED = [
  'club_today()',
  'complete_stats_job(uuid, uuid, jsonb)',
  'complete_stats_job(uuid, uuid, bigint, boolean, boolean)',
  'current_streaks_through(bigint)',
  'describe_stats_claim(public.background_job_status)',
  'longest_streaks_through(bigint)',
  'match_report_form(date, bigint)',
  'match_report_milestones(bigint)',
  'record_stats_function_result(uuid, uuid, jsonb)',
  'streaks_through(bigint)',
  'team_sheet(integer, text)',
];

test('what an older version left is gone after: no overload, no orphan', async () => {
  const functions = () => database.sql`
    select oid::regprocedure::text as signature from pg_proc
    where pronamespace = 'public'::regnamespace order by signature`;
  const current = await functions();
  for (const old of RETIRED) {
    await database.sql.unsafe(
      `create function public.${old} returns void language sql return null`,
    );
  }
  // Used by one that stays, as the old functions used each other.
  await database.sql.unsafe(`
    create or replace function public.season_start(p_date date) returns date language sql
    begin atomic; select p_date where public.streaks_through(1) is null; end`);

  await applySchema(database.url, INSTALL_SCRIPT);

  expect(await functions()).toEqual(current);
});

test('files are applied in the order they are listed', async () => {
  const script = install({
    'b/table.sql': 'create table public.probe (id int);',
    'a/row.sql': 'insert into public.probe values (1);',
  });

  expect(await applySchema(database.url, script)).toMatchObject({ files: 2, statements: 2 });
  expect(await database.sql`select id from public.probe`).toEqual([{ id: 1 }]);
});

test('a syntax error is told with its file, line and SQLSTATE, and nothing is changed', async () => {
  const script = install({
    'good.sql': 'create table public.probe (id int);',
    'bad.sql': '-- A comment.\nselect 1;\n\nselect\n  1 as one,\n  from nowhere;\n',
  });

  const error = await failureOf(script);

  expect(error).toMatchObject({ line: 6, sqlState: '42601' });
  expect(error.message).toMatch(/bad\.sql:6: syntax error at or near "from" \(SQLSTATE 42601\)/);
  expect(await exists('public.probe')).toBe(false);
});

test('an error without a position is told with the line its statement begins on', async () => {
  const script = install({
    'data.sql': `create table public.probe (id int);
insert into public.probe values (-1);

alter table public.probe
  add constraint probe_is_positive check (id > 0);
`,
  });

  expect(await failureOf(script)).toMatchObject({ line: 4, sqlState: '23514' });
});

test('an exception passes on its detail and hint', async () => {
  const script = install({
    'raise.sql': `do $$ begin
      raise exception 'not today' using detail = 'it rains', hint = 'come tomorrow';
    end $$;`,
  });

  const { message } = await failureOf(script);

  expect(message).toContain('not today (SQLSTATE P0001)');
  expect(message).toContain('detail: it rains');
  expect(message).toContain('hint: come tomorrow');
});

test('two at once wait for each other', async () => {
  const script = install({
    'slow.sql': `create table if not exists public.probe (id int);
      select pg_sleep(0.2); insert into public.probe select count(*) from public.probe;`,
  });

  await Promise.all([applySchema(database.url, script), applySchema(database.url, script)]);

  const ids = await database.sql`select id from public.probe order by id`;
  expect(ids.map(({ id }) => id)).toEqual([0, 1]);
});

test('it gives way to who holds a table, and is applied once that has ended', async () => {
  await database.sql`create table public.first (id int)`;
  await database.sql`create table public.second (id int)`;
  const script = install({
    'lock.sql': `alter table public.first add column if not exists name text;
      alter table public.second add column if not exists name text;`,
  });
  const holder = await database.sql.reserve();
  await holder`begin`;
  await holder`lock table public.second`;
  const applying = applySchema(database.url, script);
  await expect.poll(hasGivenWay).toBe(true);

  // Had it held the first and waited for the second, this would be a deadlock.
  await holder`select from public.first`;
  await holder`commit`;
  holder.release();

  expect((await applying).gaveWay).toBeGreaterThan(0);
  expect(await database.sql`select name from public.second`).toEqual([]);
});

test('where nobody lets go it says who, and nothing is changed', async () => {
  await database.sql`create table public.held (id int)`;
  const script = install({
    'probe.sql': 'create table public.probe (id int); alter table public.held add name text;',
  });
  const holder = await database.sql.reserve();
  await holder`begin`;
  await holder`lock table public.held`;
  const [{ pid } = { pid: 0 }] = await holder<{ pid: number }[]>`select pg_backend_pid() as pid`;

  const applied = applySchema(database.url, script, { patienceMs: 0 });

  await expect(applied).rejects.toThrow(
    new RegExp(
      `could not obtain lock on relation "public\\.held"[^]*pid ${pid} .*idle in transaction`,
    ),
  );
  await holder`rollback`;
  holder.release();
  expect(await exists('public.probe')).toBe(false);
});

async function hasGivenWay(): Promise<boolean> {
  const paused = await database.sql`
    select from pg_stat_activity
    where datname = current_database() and application_name = 'berkotnf-schema'
      and state = 'idle' and query ilike 'rollback%'`;
  return paused.length > 0;
}

test('the API is told to reload the schema, once it is there', async () => {
  const heard: boolean[] = [];
  const { unlisten } = await database.sql.listen('pgrst', async () => {
    heard.push(await exists('public.probe'));
  });

  await applySchema(database.url, install({ 'one.sql': 'create table public.probe (id int);' }));

  await expect.poll(() => heard).toEqual([true]);
  await unlisten();
});

test('who may not create anything in the database is told so', async () => {
  const url = urlAs('authenticator', database.url);

  await expect(applySchema(url, install({}))).rejects.toThrow(/connect as its owner/);
});

test('a line the install script should not have is named', () => {
  const script = join(folder, 'install.sql');
  writeFileSync(script, '\\ir one.sql\n\\copy players from players.csv\n');

  expect(() => listedFiles(script)).toThrow(/install\.sql:2: .*\\copy players/);
});
