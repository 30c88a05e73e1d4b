import type { TestDatabase } from '../../database.ts';
import { FUNCTIONS, RELATIONS, SEQUENCES } from './matrix.ts';
import { holesInExecuting, holesInReading, holesInTheQueue, holesInWriting } from './tried.ts';

/** Wherever the database is not as the matrix says, one line each, after really trying. */
export async function holesIn(database: TestDatabase): Promise<string[]> {
  const found = await Promise.all([
    holesInTheList(database),
    holesInReading(database),
    holesInWriting(database),
    holesInExecuting(database),
    holesInTheQueue(database),
    holesInDefinitions(database),
  ]);
  return found.flat().sort();
}

async function holesInTheList({ sql }: TestDatabase): Promise<string[]> {
  const rows = await sql<{ kind: string; name: string }[]>`
    select case relkind when 'S' then 'sequence' else 'relation' end as kind, relname as name
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm', 'S')
    union all
    select 'function', proname from pg_proc where pronamespace = 'public'::regnamespace
    union all
    select 'schema', nspname from pg_namespace where nspname !~ '^pg_|^information_schema$'`;
  const there = rows.map(({ kind, name }) => `${kind} ${name}`);
  const listed = [
    ...['attempts', 'auth', 'extensions', 'pgmq', 'public'].map((name) => `schema ${name}`),
    ...Object.keys(RELATIONS).map((name) => `relation ${name}`),
    ...SEQUENCES.map((name) => `sequence ${name}`),
    ...Object.keys(FUNCTIONS).map((name) => `function ${name}`),
  ];
  return [
    ...there.filter((one) => !listed.includes(one)).map((one) => `${one} is not in the matrix`),
    ...listed.filter((one) => !there.includes(one)).map((one) => `${one} does not exist`),
    ...there
      .filter((one, index) => there.indexOf(one) !== index)
      .map((one) => `${one} exists twice`),
  ];
}

async function holesInDefinitions({ sql }: TestDatabase): Promise<string[]> {
  const rows = await sql<{ hole: string }[]>`
    select relname || ' has no row level security' as hole
    from pg_class
    where relkind in ('r', 'p') and not relrowsecurity and (
      relnamespace = 'public'::regnamespace
      or (relnamespace = 'pgmq'::regnamespace and relname like '%stats-update-queue')
    )
    union all
    select relname || ' is a view with its owner’s rights'
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'v'
      and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']
    union all
    select proname || ' has its owner’s rights and the caller’s search_path'
    from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(proconfig, '{}') @> array['search_path=""']
    union all
    select format('%s may create objects in public', rolname)
    from pg_roles
    where rolname in ('anon', 'authenticated', 'service_role')
      and has_schema_privilege(rolname, 'public', 'create')
    union all
    select format('a new %s in public is open to %s', case defaclobjtype
      when 'r' then 'table' when 'S' then 'sequence' else 'function' end, grantee::regrole)
    from pg_default_acl, aclexplode(defaclacl)
    where defaclrole = current_user::regrole
      and defaclnamespace in (0, 'public'::regnamespace)
      and grantee in (0, 'anon'::regrole, 'authenticated'::regrole)`;
  return rows.map(({ hole }) => hole);
}
