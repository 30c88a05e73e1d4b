import type postgres from 'postgres';
import { CommandError } from './run-command.ts';

/**
 * Refuses a URL through which a schema is not to be applied: behind the transaction pooler the
 * server's end of the connection changes, and with it who waits for whom.
 */
export function refuseTransactionPooler(databaseUrl: string): void {
  const isPooler = /\.supabase\.com?$/;
  if (!URL.canParse(databaseUrl)) return;
  const { hostname, port } = new URL(databaseUrl);
  if (port !== '6543' || !isPooler.test(hostname)) return;
  throw new CommandError(
    'DATABASE_URL is that of the transaction pooler (port 6543), which is not for changing a schema. ' +
      'Take the session pooler’s or the direct one from the project’s Connect page: port 5432.',
  );
}

/** What the schema needs of a server, as the role that connects sees it. */
export interface Server {
  readonly version: number;
  /** Of pgmq: as installed, else as it can be; null when it cannot. */
  readonly pgmq: string | null;
  readonly isInstalled: boolean;
  readonly mayCreate: boolean;
  readonly missingRoles: readonly string[];
  readonly hasAuth: boolean;
  /** Who owns the schema that is there; null when there is none, or it is as good as this role's. */
  readonly otherOwner: string | null;
}

/**
 * Makes sure that the server has what the schema needs, before anything is changed.
 *
 * @throws {CommandError} with a line for each thing missing, and where to get it.
 */
export async function requireServer(sql: postgres.Sql): Promise<void> {
  const missing = lacks(await inspectServer(sql));
  if (missing.length === 0) return;
  throw new CommandError(['The database lacks:', ...missing.map((item) => `- ${item}`)].join('\n'));
}

/** Looks what a server is and has. */
export async function inspectServer(sql: postgres.Sql): Promise<Server> {
  const [server] = await sql<Server[]>`
    select
      current_setting('server_version_num')::int as version,
      coalesce(pgmq.installed_version, pgmq.default_version) as pgmq,
      pgmq.installed_version is not null as "isInstalled",
      has_database_privilege(current_database(), 'create') as "mayCreate",
      array(
        select name from unnest(array['anon', 'authenticated', 'service_role']) as name
        where not exists (select from pg_roles where rolname = name)
        order by name
      ) as "missingRoles",
      exists (
        select from pg_proc where proname = 'jwt' and pronamespace::regnamespace::text = 'auth'
      ) as "hasAuth",
      (
        select pg_get_userbyid(relowner) from pg_class
        where relname = 'background_job_status' and relnamespace::regnamespace::text = 'public'
          and not pg_has_role(relowner, 'usage')
      ) as "otherOwner"
    from (select) as one
    left join pg_available_extensions as pgmq on pgmq.name = 'pgmq'`;
  if (!server) throw new Error('The server did not answer what it is.');
  return server;
}

/** A line for each thing that the server has not, and where to get it. */
export function lacks(server: Server): string[] {
  const { version, pgmq, isInstalled, mayCreate, missingRoles, hasAuth, otherOwner } = server;
  const missing: string[] = [];
  const need = (isThere: boolean, what: string) => void (isThere || missing.push(what));
  need(
    version >= 170_000,
    `Postgres 17 (this is ${Math.floor(version / 10_000)}): on Supabase, upgrade under Project Settings → Infrastructure`,
  );
  need(
    pgmq !== null,
    'the extension pgmq: on Supabase, switch it on under Integrations → Queues, or upgrade the project if it is not there; elsewhere install it from github.com/pgmq/pgmq',
  );
  need(
    pgmq === null || isAtLeast(pgmq, [1, 5]),
    `pgmq 1.5 (this is ${pgmq}): ${isInstalled ? 'run `alter extension pgmq update`, or upgrade the project' : 'upgrade the server'}`,
  );
  need(mayCreate, 'the right to create schemas in this database: connect as its owner');
  need(
    otherOwner === null,
    `the right to change the schema that is there, which belongs to ${otherOwner}: connect as ${otherOwner}`,
  );
  need(
    missingRoles.length === 0,
    `${missingRoles.length > 1 ? 'the roles' : 'the role'} ${missingRoles.join(', ')}, which every Supabase project has: is this the right database?`,
  );
  need(
    hasAuth,
    'Supabase Auth (the function auth.jwt), which every Supabase project has: is this the right database?',
  );
  return missing;
}

/** Whether a version such as `1.5.1` is this one or newer. */
function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ofMajor = 0, ofMinor = 0] = version.split('.').map(Number);
  return ofMajor > major || (ofMajor === major && ofMinor >= minor);
}
