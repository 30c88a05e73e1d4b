import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { isThisMachine } from '../src/jobs/environment.ts';
import { connectionTrouble } from './connection-trouble.ts';
import { CommandError } from './run-command.ts';

/**
 * Connects to the database, does `work` over one connection and disconnects.
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
  const sql = postgres(databaseUrl, {
    max: 1,
    prepare: false,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: `berkotnf-${purpose}` },
    ...encryption(url, process.env.PGSSLROOTCERT),
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

/**
 * How a connection is encrypted where the URL does not say it (`?sslmode=`): always, except on this
 * machine. Who the server is, is checked by the certificate authority in `rootCertificate`, if given.
 */
export function encryption(url: URL, rootCertificate: string | undefined): Pick<Options, 'ssl'> {
  if (url.searchParams.has('sslmode') || url.searchParams.has('ssl')) return {};
  if (isThisMachine(url.hostname)) return { ssl: false };
  return { ssl: rootCertificate ? { ca: readFileSync(rootCertificate, 'utf8') } : 'require' };
}

type Options = postgres.Options<Record<string, postgres.PostgresType>>;

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
