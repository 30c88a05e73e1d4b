import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('the owner of the schema is no superuser, as on Supabase', async () => {
  const [me] = await database.sql`
    select current_user as name, rolsuper as super from pg_roles where rolname = current_user`;

  expect(me).toEqual({ name: 'postgres', super: false });
});

test('a caller has the role and claims the API would give them', async () => {
  const admin = '00000000-0000-4000-8000-000000000001';

  const [seen] = await database.as(
    'authenticated',
    (sql) => sql`
      select current_user as role, auth.role() as claimed, auth.uid() as id,
             auth.jwt() -> 'app_metadata' ->> 'role' as app_role`,
    { sub: admin, app_metadata: { role: 'admin' } },
  );

  expect(seen).toEqual({
    role: 'authenticated',
    claimed: 'authenticated',
    id: admin,
    app_role: 'admin',
  });
});

test('nobody who calls the API reads the accounts', async () => {
  for (const role of ['anon', 'authenticated', 'service_role'] as const) {
    const attempt = database.as(role, (sql) => sql`select email from auth.users`);

    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  }
});

test('a message sent to a queue can be read', async () => {
  await database.sql`select pgmq.create('harness')`;

  await database.sql`select pgmq.send('harness', '{"hello": "queue"}')`;

  const messages = await database.sql`select message from pgmq.read('harness', 30, 1)`;
  expect(messages).toEqual([{ message: { hello: 'queue' } }]);
});

test('two fresh databases share nothing', async () => {
  const other = await freshDatabase();
  try {
    await database.sql`create table public.only_here (id int)`;

    const [there] = await other.sql`select to_regclass('public.only_here') as found`;

    expect(there).toEqual({ found: null });
  } finally {
    await other.drop();
  }
});
