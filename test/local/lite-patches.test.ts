import { randomUUID } from 'node:crypto';
import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ensureUser } from '../../local/auth-users.ts';
import { urlAs } from '../../local/bootstrap.ts';
import { freePort } from '../../local/ports.ts';
import { serveSupabaseApi } from '../../local/supabase-api.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';

// Each test asks the same of our API and of lite as it comes. When the second half fails, lite has
// mended its defect: remove the patch it names.
const PUBLISHABLE_KEY = 'sb_publishable_test';
const SECRET_KEY = 'sb_secret_test';
const JWT_SECRET = 'a-secret-of-more-than-thirty-two-characters';
const ADMIN = { email: 'admin@example.com', password: randomUUID(), role: 'admin' } as const;

type Fetch = (request: Request) => Promise<Response>;

/** Served by us, and by lite as it comes, which changes grants as it pleases. */
let ours: Served;
let plain: Served;

beforeAll(async () => {
  // Lite prints every error it answers with.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  ours = await serveOurs(await probedDatabase());
  plain = serveLite(await probedDatabase());
});
afterAll(() => Promise.all([ours.end(), plain.end()]));

interface Served {
  readonly database: TestDatabase;
  readonly fetch: Fetch;
  readonly url: string;
  end(): Promise<void>;
}

async function probedDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase();
  await database.sql.unsafe(PROBES);
  await ensureUser(database.sql, ADMIN);
  return database;
}

const PROBES = `
  create table public.locked (id int primary key, note text);
  grant insert on public.locked to service_role;
  create function public.kind_of(p jsonb) returns text language sql as 'select jsonb_typeof(p)';
  create function public.share() returns numeric language sql as 'select 46.0';
  create function public.at(t timestamptz) returns timestamptz language sql as 'select t';
  create function public.who() returns text language sql as 'select current_user::text';
  grant execute on function public.who to anon;
  create function public.slow() returns int language plpgsql set statement_timeout = '100ms'
    as 'begin perform pg_sleep(1); return 1; end';
  create function public.refuse() returns int language plpgsql as $$
    begin raise exception 'not today' using detail = 'it rains', hint = 'come tomorrow'; end $$;
`;

async function serveOurs(database: TestDatabase): Promise<Served> {
  const port = await freePort();
  const server = await serveSupabaseApi({
    port,
    databaseUrl: urlAs('authenticator', database.url),
    ownerUrl: database.url,
    publishableKey: PUBLISHABLE_KEY,
    secretKey: SECRET_KEY,
    jwtSecret: JWT_SECRET,
    siteUrl: 'http://127.0.0.1:3000',
    onError: (error) => {
      throw error;
    },
  });
  const end = async () => {
    await server.close();
    await database.drop();
  };
  return { database, fetch: (request) => fetch(request), url: `http://127.0.0.1:${port}`, end };
}

function serveLite(database: TestDatabase, databaseUrl = database.url): Served {
  const connection = createPostgresConnection({
    url: databaseUrl,
    postgresOptions: { max: 2, onnotice: () => {} },
  });
  const app = new App({
    connection,
    api: { schemas: ['public'] },
    auth: {
      enabled: true,
      publishable_key: PUBLISHABLE_KEY,
      secret_key: SECRET_KEY,
      jwt_secret: JWT_SECRET,
    },
  });
  const end = async () => {
    await connection.close();
    await database.drop();
  };
  return { database, fetch: async (request) => app.fetch(request), url: 'http://lite', end };
}

async function post({ fetch, url }: Served, path: string, body: object = {}, key = SECRET_KEY) {
  const response = await fetch(
    new Request(`${url}${path}`, {
      method: 'POST',
      headers: { apikey: key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

test('a jsonb argument arrives as what was sent', async () => {
  const argument = { p: { a: 1 } };

  expect(await post(ours, '/rest/v1/rpc/kind_of', argument)).toEqual({
    status: 200,
    body: 'object',
  });
  expect(
    (await post(plain, '/rest/v1/rpc/kind_of', argument)).body,
    'remove the json part of exactTypes',
  ).toBe('string');
});

test.each([
  ['a text', 'b', 'string'],
  ['a list', [1, 'two'], 'array'],
  ['a number', 7, 'number'],
])('%s as a jsonb argument keeps its kind', async (_, p, kind) => {
  expect((await post(ours, '/rest/v1/rpc/kind_of', { p })).body).toBe(kind);
});

test('a numeric comes as a number, whatever its decimals', async () => {
  expect((await post(ours, '/rest/v1/rpc/share')).body).toBe(46);
  expect(
    (await post(plain, '/rest/v1/rpc/share')).body,
    'remove the numeric part of exactTypes',
  ).toBe('46.0');
});

test('a time comes as ISO 8601', async () => {
  const argument = { t: '2026-03-01T20:00:00.125Z' };

  expect((await post(ours, '/rest/v1/rpc/at', argument)).body).toBe(
    '2026-03-01T20:00:00.125+00:00',
  );
  expect(
    (await post(plain, '/rest/v1/rpc/at', argument)).body,
    'remove the time part of exactTypes',
  ).toBe('2026-03-01 20:00:00.125+00');
});

test('the login role may use nothing itself, yet the API knows the schema', async () => {
  const asLogin = await freshDatabase().then((database) =>
    serveLite(database, urlAs('authenticator', database.url)),
  );
  const row = { id: 1 };

  expect((await post(ours, '/rest/v1/locked', row)).status).toBe(201);
  const unknown = await post(asLogin, '/rest/v1/locked', row);
  expect(unknown.body.code, 'remove readSchemaAsOwner').toBe('PGRST205');
  await asLogin.end();
});

test('a caller acts as their own role, also where no table has row level security', async () => {
  const bare = async () => {
    const database = await probedDatabase();
    await database.sql.unsafe(`
      do $$ declare t regclass; begin
        for t in select oid from pg_class where relrowsecurity and relowner = 'postgres'::regrole
        loop execute format('alter table %s disable row level security', t); end loop; end $$`);
    return database;
  };
  const [oursBare, plainBare] = [await serveOurs(await bare()), serveLite(await bare())];

  expect((await post(oursBare, '/rest/v1/rpc/who', {}, PUBLISHABLE_KEY)).body).toBe('anon');
  const mistaken = await post(plainBare, '/rest/v1/rpc/who', {}, PUBLISHABLE_KEY);
  expect(mistaken.body, 'remove the role from actAsCaller').toBe('postgres');
  await Promise.all([oursBare.end(), plainBare.end()]);
});

test('serving a request grants nobody anything', async () => {
  const anonMayDelete = async (served: Served) => {
    await post(served, '/rest/v1/rpc/who');
    const [row] = await served.database
      .sql`select has_table_privilege('anon', 'public.locked', 'delete') as may`;
    return row?.may;
  };

  expect(await anonMayDelete(ours)).toBe(false);
  expect(await anonMayDelete(plain), 'actAsCaller need not keep lite from granting').toBe(true);
});

test('a function’s own statement_timeout ends it, with its SQLSTATE', async () => {
  expect(await post(ours, '/rest/v1/rpc/slow')).toMatchObject({
    status: 500,
    body: { code: '57014' },
  });
  expect(
    (await post(plain, '/rest/v1/rpc/slow')).status,
    'remove the timeouts from actAsCaller',
  ).toBe(200);
});

test('an exception is a 400 with everything it said', async () => {
  expect(await post(ours, '/rest/v1/rpc/refuse')).toEqual({
    status: 400,
    body: { code: 'P0001', message: 'not today', details: 'it rains', hint: 'come tomorrow' },
  });
  expect((await post(plain, '/rest/v1/rpc/refuse')).body.code, 'remove reportErrorsInFull').toBe(
    'SUP',
  );
});

test('an access token says that its bearer is an admin', async () => {
  const path = '/auth/v1/token?grant_type=password';
  const role = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).app_metadata?.role;

  expect(role((await post(ours, path, ADMIN, PUBLISHABLE_KEY)).body.access_token)).toBe('admin');
  expect(
    role((await post(plain, path, ADMIN, PUBLISHABLE_KEY)).body.access_token),
    'remove completeClaims',
  ).toBeUndefined();
});

test('what a migration adds is known once it says so', async () => {
  for (const served of [ours, plain]) {
    await post(served, '/rest/v1/rpc/who');
    await served.database.sql.unsafe(`
      create function public.added() returns int language sql as 'select 1';
      notify pgrst, 'reload schema'`);
  }

  await expect
    .poll(async () => (await post(ours, '/rest/v1/rpc/added')).body, { timeout: 10_000 })
    .toBe(1);
  expect((await post(plain, '/rest/v1/rpc/added')).status, 'remove reloadOnNotify').toBe(404);
});

test('an admin signs in, is recognised, and stays so after a refresh', async () => {
  const client = createClient(ours.url, PUBLISHABLE_KEY, { auth: { persistSession: false } });

  const signedIn = await client.auth.signInWithPassword(ADMIN);
  const refreshed = await client.auth.refreshSession();
  const { data: claims } = await client.auth.getClaims();
  const { data: user } = await client.auth.getUser();

  expect(signedIn.error).toBeNull();
  expect(refreshed.error).toBeNull();
  expect(refreshed.data.session?.refresh_token).not.toBe(signedIn.data.session?.refresh_token);
  expect(claims?.claims.app_metadata).toMatchObject({ role: 'admin' });
  expect(user.user?.app_metadata).toMatchObject({ role: 'admin' });
});

test('nobody gets in with a wrong password, a wrong key or by signing up', async () => {
  const client = createClient(ours.url, PUBLISHABLE_KEY, { auth: { persistSession: false } });

  const wrong = await client.auth.signInWithPassword({ ...ADMIN, password: 'wrong' });
  const signUp = await client.auth.signUp({ email: 'new@example.com', password: randomUUID() });
  const keyless = await post(ours, '/rest/v1/rpc/who', {}, 'sb_secret_guessed');

  expect(wrong.error?.code).toBe('invalid_credentials');
  expect(signUp.error?.code).toBe('signup_disabled');
  expect(keyless.status).toBe(401);
});
