import { readFileSync } from 'node:fs';
import { getAuthSchemaSql } from '@supabase/lite';
import postgres from 'postgres';

/**
 * Makes a cluster look like Supabase's: its roles, with the given password for those that log in.
 *
 * @param superuserUrl any database of the cluster, as its superuser
 */
export async function bootstrapRoles(superuserUrl: string, password: string): Promise<void> {
  await asSuperuser(superuserUrl, async (sql) => {
    await sql.unsafe(read('bootstrap-roles.sql'));
    for (const role of ['postgres', 'authenticator']) {
      await sql`alter role ${sql(role)} password ${sql.unsafe(quoted(password))}`;
    }
  });
}

/**
 * Makes a database look like a new Supabase project: owned by `postgres`, with the `auth` schema.
 * The cluster's roles must exist.
 */
export async function bootstrapDatabase(superuserUrl: string): Promise<void> {
  await asSuperuser(superuserUrl, async (sql) => {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(getAuthSchemaSql(false));
      await transaction.unsafe(read('bootstrap-database.sql'));
      await transaction`alter database ${transaction(database(superuserUrl))} owner to postgres`;
    });
  });
}

/** The same server and database for another role. */
export function urlAs(role: string, superuserUrl: string): string {
  const url = new URL(superuserUrl);
  url.username = role;
  return url.href;
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function database(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
