import type postgres from 'postgres';
import { grantLine } from './expected-schema.ts';

/** What the public schema of a database holds. */
export interface StoredSchema {
  readonly tables: ReadonlySet<string>;
  readonly views: ReadonlySet<string>;
  /** By name the bodies: several, if there are overloads. */
  readonly functions: ReadonlyMap<string, readonly string[]>;
  readonly grants: ReadonlySet<string>;
  /** Tables without row level security. */
  readonly withoutRowSecurity: ReadonlySet<string>;
}

/** Reads it from the catalogue; no table is locked. */
export async function readStoredSchema(sql: postgres.Sql): Promise<StoredSchema> {
  const relations = await sql<{ name: string; isTable: boolean; isSecured: boolean }[]>`
    select relname as name, relkind = 'r' as "isTable", relrowsecurity as "isSecured"
    from pg_class
    where relnamespace = to_regnamespace('public') and relkind in ('r', 'v')`;
  const functions = await sql<{ name: string; bodies: string[] }[]>`
    select proname as name, array_agg(prosrc) as bodies
    from pg_proc where pronamespace = to_regnamespace('public') group by proname`;
  // Public is role 0. A function without grants of its own is everybody's.
  const grants = await sql<{ privilege: string; object: string; role: string }[]>`
    select privilege_type as privilege, object, coalesce(rolname, 'public') as role
    from (
      select relname as object, coalesce(relacl, acldefault('r', relowner)) as acl from pg_class
      where relnamespace = to_regnamespace('public') and relkind in ('r', 'v')
      union all
      select proname, coalesce(proacl, acldefault('f', proowner)) from pg_proc
      where pronamespace = to_regnamespace('public')
    ) as granted
    cross join lateral aclexplode(acl)
    left join pg_roles on pg_roles.oid = grantee
    where grantee = 0 or rolname in ('anon', 'authenticated', 'service_role')`;
  const tables = relations.filter(({ isTable }) => isTable);
  return {
    tables: namesOf(tables),
    views: namesOf(relations.filter(({ isTable }) => !isTable)),
    functions: new Map(functions.map(({ name, bodies }) => [name, bodies])),
    grants: new Set(grants.map((grant) => grantLine(grant.privilege, grant.object, grant.role))),
    withoutRowSecurity: namesOf(tables.filter(({ isSecured }) => !isSecured)),
  };
}

const namesOf = (some: readonly { readonly name: string }[]) =>
  new Set(some.map(({ name }) => name));
