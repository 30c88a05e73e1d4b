import postgres from 'postgres';
import { connectionTrouble } from './connection-trouble.ts';
import { CommandError } from './run-command.ts';

/**
 * Connects to the database, does `work` over one connection and disconnects. Encrypted where the
 * server can be, unless the URL says otherwise (`?sslmode=`).
 *
 * @param purpose what the server's own lists (pg_stat_activity) call it
 * @throws {CommandError} in words, without the password, when there is no connecting.
 */
export async function withDatabase<T>(
  databaseUrl: string,
  purpose: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const url = parsed(databaseUrl);
  const saysSsl = url.searchParams.has('sslmode') || url.searchParams.has('ssl');
  const sql = postgres(databaseUrl, {
    max: 1,
    prepare: false,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: `berkotnf-${purpose}` },
    ...(!saysSsl && { ssl: 'prefer' }),
  });
  try {
    await sql`select 1`.catch((cause: unknown) => {
      throw new CommandError(connectionTrouble(cause, url), { cause });
    });
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function parsed(databaseUrl: string): URL {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new CommandError(
      'DATABASE_URL must look like postgres://user:password@host:5432/postgres, with signs such as ' +
        '/, # or @ in the password written as %2F, %23, %40.',
    );
  }
  return url;
}
