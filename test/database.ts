import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { urlAs } from '../local/bootstrap.ts';
import { TEMPLATE } from './postgres-setup.ts';

/** What the API knows of a caller, as Supabase puts it into `request.jwt.claims`. */
export interface JwtClaims {
  readonly sub?: string;
  readonly email?: string;
  readonly app_metadata?: { readonly role?: string };
  readonly user_metadata?: { readonly role?: string };
}

export type ApiRole = 'anon' | 'authenticated' | 'service_role';

export interface TestDatabase {
  /** Connected as `postgres`, the schema's owner, who is no superuser. */
  readonly sql: postgres.Sql;
  /** The owner's connection string. */
  readonly url: string;
  /** Does `work` in one transaction as the API would for this caller. */
  as<T>(
    role: ApiRole,
    work: (sql: postgres.TransactionSql) => Promise<T>,
    claims?: JwtClaims,
  ): Promise<T>;
  /** Disconnects everyone and removes the database. */
  drop(): Promise<void>;
}

/**
 * A database of this test's own, with the schema and no data. Made from a template in some tens of
 * milliseconds: call it in `beforeAll`, or in `beforeEach`, and `drop()` it after.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `club_${randomBytes(6).toString('hex')}`;
  const server = inject('postgresUrl');
  await onServer(server, (admin) =>
    admin`create database ${admin(name)} template ${admin(TEMPLATE)} owner postgres`.execute(),
  );

  const url = new URL(urlAs('postgres', server));
  url.pathname = name;
  const sql = postgres(url.href, { onnotice: () => {} });
  return {
    sql,
    url: url.href,
    as: (role, work, claims = {}) => asCaller(sql, role, work, claims),
    drop: async () => {
      await sql.end({ timeout: 1 });
      await onServer(server, (admin) => admin`drop database ${admin(name)} with (force)`.execute());
    },
  };
}

async function asCaller<T>(
  sql: postgres.Sql,
  role: ApiRole,
  work: (sql: postgres.TransactionSql) => Promise<T>,
  claims: JwtClaims,
): Promise<T> {
  const { value } = await sql.begin(async (transaction) => {
    await transaction`set local role ${transaction(role)}`;
    await transaction`
      select set_config('request.jwt.claims', ${JSON.stringify({ role, ...claims })}, true)`;
    return { value: await work(transaction) };
  });
  return value;
}

async function onServer(
  url: string,
  work: (admin: postgres.Sql) => Promise<unknown>,
): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
