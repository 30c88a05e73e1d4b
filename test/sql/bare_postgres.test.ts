import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../local/ports.ts';
import { type RunningPostgres, startPostgres } from '../../local/postgres.ts';
import { applySchema } from '../../tools/apply-schema.ts';
import { INSTALL_SCRIPT } from '../../tools/install-script.ts';
import { runTool } from '../run-tool.ts';

// A server that knows nothing of the embedded stack: made here into what a new Supabase project is,
// step by step, to see what is said on the way.
let server: RunningPostgres;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'berkotnf-bare-'));
  server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port: await freePort(),
    password: 'bare',
    settings: { fsync: 'off' },
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function asSuperuser<Row>(query: string): Promise<Row[]> {
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(query);
  } finally {
    await sql.end();
  }
}

function urlOf({ user = 'postgres', password = 'bare', database = 'postgres', rest = '' } = {}) {
  const { host } = new URL(server.url('postgres'));
  return `postgres://${user}:${password}@${host}/${database}${rest}`;
}

const apply = (url = urlOf()) => applySchema(url, INSTALL_SCRIPT);

const refusal = (url?: string) =>
  apply(url).then(
    () => 'applied',
    (error: Error) => error.message,
  );

test('before there is a project, everything missing is told at once', async () => {
  await asSuperuser("create role postgres login createrole createdb bypassrls password 'bare'");

  const said = await refusal();

  expect(said.split('\n')).toEqual([
    'The database lacks:',
    expect.stringContaining('connect as its owner'),
    expect.stringContaining('the roles anon, authenticated, service_role'),
    expect.stringContaining('Supabase Auth'),
  ]);
});

test('with what a new project has, it is applied; and again', async () => {
  await asSuperuser(`
    alter database postgres owner to postgres;
    create role anon nologin noinherit;
    create role authenticated nologin noinherit;
    create role service_role nologin noinherit bypassrls;
    create role supabase_auth_admin nologin noinherit createrole;
    grant anon, authenticated, service_role to postgres;
    alter default privileges for role postgres in schema public
      grant all on tables to anon, authenticated, service_role;
    alter default privileges for role postgres in schema public
      grant all on functions to anon, authenticated, service_role;
    create schema auth authorization supabase_auth_admin;
    grant usage on schema auth to anon, authenticated, service_role, postgres;
    create function auth.jwt() returns jsonb language sql stable as $$
      select current_setting('request.jwt.claims', true)::jsonb $$;
    alter function auth.jwt() owner to supabase_auth_admin;`);

  const looked = await runTool('db-apply.ts', { DATABASE_URL: urlOf() }, { args: ['--check'] });
  expect(looked).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Ready for the \d+ files/),
  });
  expect(await asSuperuser("select to_regclass('public.players') as made")).toEqual([
    { made: null },
  ]);

  const first = await apply();
  const second = await apply();

  expect(first.statements).toBeGreaterThan(300);
  expect(second).toEqual(first);
  const [made] = await asSuperuser(`
    select
      (select count(*)::int from public.cache_metadata) as aggregates,
      has_function_privilege('service_role', 'public.enqueue_stats_job(jsonb, boolean)', 'execute') as served,
      has_function_privilege('anon', 'public.enqueue_stats_job(jsonb, boolean)', 'execute') as open`);
  expect(made).toEqual({ aggregates: 11, served: true, open: false });
});

test('a role to whom the schema does not belong is told whose it is', async () => {
  await asSuperuser("create role colleague login password 'bare'");
  await asSuperuser('grant create on database postgres to colleague');

  expect(await refusal(urlOf({ user: 'colleague' }))).toMatch(/belongs to postgres: connect as/);
});

test('a pgmq that is too old is told with its cure', async () => {
  const [extension] = await asSuperuser<{ extversion: string }>(
    "select extversion from pg_extension where extname = 'pgmq'",
  );
  await asSuperuser("update pg_extension set extversion = '1.4.4' where extname = 'pgmq'");
  expect(await refusal()).toMatch(
    /pgmq 1\.5 \(this is 1\.4\.4\): run `alter extension pgmq update`/,
  );
  await asSuperuser(
    `update pg_extension set extversion = '${extension?.extversion}' where extname = 'pgmq'`,
  );
});

test.for([
  ['a wrong password', { password: 'wrong' }, /refuses the password of postgres/],
  ['a placeholder left in', { password: '[YOUR-PASSWORD]' }, /placeholder instead of the password/],
  ['an unknown database', { database: 'club' }, /no database club .* on Supabase it is postgres/],
] as const)('%s is told in words', async ([, change, words]) => {
  const said = await refusal(urlOf(change));

  expect(said).toMatch(words);
  expect(said).not.toContain('wrong');
});

test('a server that wants encryption is told as that', async () => {
  const hba = join(folder, 'postgres', 'pg_hba.conf');
  const before = readFileSync(hba, 'utf8');
  writeFileSync(hba, 'hostnossl all colleague all reject\n');
  appendFileSync(hba, before);
  await asSuperuser('select pg_reload_conf()');

  await expect
    .poll(() => refusal(urlOf({ user: 'colleague' })))
    .toMatch(/wants an encrypted connection: add \?sslmode=require/);
});

test.for([
  ['nothing there', 'postgres://a:b@127.0.0.1:1/postgres', /Nothing answers at 127\.0\.0\.1:1/],
  ['not a URL of Postgres', 'https://abc.supabase.co', /must look like postgres:\/\//],
  ['no URL at all', 'postgres', /must look like postgres:\/\//],
  [
    'the transaction pooler',
    'postgres://a:b@aws-0-eu-west-2.pooler.supabase.com:6543/postgres',
    /transaction pooler \(port 6543\).*port 5432/,
  ],
] as const)('%s is told in words', async ([, url, words]) => {
  expect(await refusal(url)).toMatch(words);
});

test('the command says what to set, and after a failure that nothing was changed', async () => {
  expect(await runTool('db-apply.ts', {})).toEqual({
    code: 1,
    output: 'Set DATABASE_URL to the database to change; --help tells which.\n',
  });
  const DATABASE_URL = urlOf({ password: 'wrong' });
  expect(await runTool('db-apply.ts', { DATABASE_URL })).toMatchObject({
    code: 1,
    output: expect.stringMatching(/refuses the password.*\nNothing was changed\.\n$/),
  });
});
