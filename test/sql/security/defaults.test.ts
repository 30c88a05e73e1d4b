import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { applySchema } from '../../../tools/apply-schema.ts';
import { freshDatabase, type TestDatabase } from '../../database.ts';

const JOBS_TABLE = 'sql/create_background_job_status_table.sql';

/** Empties a database down to a schema `public`, with what is granted there by default. */
async function withDefaults({ sql }: TestDatabase, defaults: string): Promise<void> {
  await sql.unsafe(`
    drop schema public cascade;
    drop schema pgmq cascade;
    create schema public;
    grant usage on schema public to anon, authenticated, service_role;
    alter default privileges grant execute on functions to public;
    ${defaults}`);
}

const LIKE_SUPABASE = ['tables', 'sequences', 'functions']
  .map(
    (objects) => `alter default privileges in schema public
      grant all on ${objects} to anon, authenticated, service_role;`,
  )
  .join('\n');

const grantsIn = ({ sql }: TestDatabase) => sql`
  select object, grantee::regrole::text as grantee, privilege_type as privilege
  from (
    select oid::regclass::text as object, relacl as acl from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S')
    union all
    select oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner)) from pg_proc
    where pronamespace = 'public'::regnamespace
  ) as granted, aclexplode(acl)
  where grantee <> 'postgres'::regrole
  order by object, grantee, privilege`;

const openToAnon = async ({ sql }: TestDatabase) => {
  await sql.unsafe(`
    create table public.probe (id int generated always as identity);
    create function public.probe() returns int return 1;`);
  const [may] = await sql`
    select has_table_privilege('anon', 'public.probe', 'select, insert, delete') as probe_table,
           has_sequence_privilege('anon', 'public.probe_id_seq', 'usage') as probe_sequence,
           has_function_privilege('anon', 'public.probe()', 'execute') as probe_function`;
  await sql.unsafe('drop table public.probe; drop function public.probe();');
  return may;
};

const OPEN = { probe_table: true, probe_sequence: true, probe_function: true };
const CLOSED = { probe_table: false, probe_sequence: false, probe_function: false };

test('what is added later is closed to who has the publishable key, also on Supabase', async () => {
  const database = await freshDatabase();
  await withDefaults(database, LIKE_SUPABASE);
  const before = await openToAnon(database);

  await applySchema(database.url, resolve('sql/install.sql'));

  expect(before, 'or this proves nothing').toEqual(OPEN);
  expect(await openToAnon(database)).toEqual(CLOSED);
  await database.drop();
});

test('the schema grants the same where nothing is granted by default', async () => {
  const [open, closed] = await Promise.all([freshDatabase(), freshDatabase()]);
  await withDefaults(open, LIKE_SUPABASE);
  await withDefaults(closed, '');

  await applySchema(open.url, resolve('sql/install.sql'));
  await applySchema(closed.url, resolve('sql/install.sql'));

  expect(await grantsIn(open)).toEqual(await grantsIn(closed));
  await Promise.all([open.drop(), closed.drop()]);
});

test('the job table pasted alone into Supabase’s SQL editor is closed', async () => {
  const database = await freshDatabase();
  await withDefaults(database, LIKE_SUPABASE);

  await database.sql.unsafe(readFileSync(JOBS_TABLE, 'utf8'));

  const grants = await grantsIn(database);
  expect(grants.map(({ grantee, privilege }) => `${grantee} ${privilege}`)).toEqual([
    'authenticated SELECT',
    'service_role SELECT',
  ]);
  await database.drop();
});
