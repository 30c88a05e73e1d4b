import { createHmac } from 'node:crypto';
import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';
import type postgres from 'postgres';

/**
 * Everything in which @supabase/lite 0.10.0 differs from Supabase in a way this project would
 * notice. Each function mends one defect; `test/local/lite-patches.test.ts` shows that it does,
 * and fails when lite itself no longer has the defect, so that the patch can go.
 */

type WithContext = PostgresConnection['withContext'];
type Fetch = (request: Request) => Promise<Response>;

/**
 * Defects: jsonb arguments of functions are encoded twice, so that the function receives a string;
 * timestamps come as Postgres prints them, not as ISO 8601; a numeric like 46.0 comes as a string.
 */
export function exactTypes(): Record<string, postgres.PostgresType> {
  const json = (oid: number): postgres.PostgresType => ({
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (isJsonText(value) ? value : JSON.stringify(value)),
    parse: JSON.parse,
  });
  const timestamp = (oid: number, parse: (text: string) => string): postgres.PostgresType => ({
    to: oid,
    from: [oid],
    serialize: (value: string) => value,
    parse,
  });
  return {
    json: json(114),
    jsonb: json(3802),
    numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
    timestamp: timestamp(1114, (text) => text.replace(' ', 'T')),
    timestamptz: timestamp(1184, (text) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  };
}

function isJsonText(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Defects: the schema is read through information_schema, which shows a role only what it may use;
 * the API logs in as `authenticator`, which like Supabase's may use nothing itself. And a reading
 * that began before a reload may end after it, and put the old schema back. Here the owner of the
 * schema reads it, on a connection of its own, once for all who ask meanwhile.
 */
export function readSchemaAsOwner(connection: PostgresConnection, ownerUrl: string): void {
  const owner = createPostgresConnection({ url: ownerUrl, postgresOptions: { max: 1 } });
  let schema: ReturnType<typeof owner.introspect> | undefined;
  const read = async () => {
    const result = await owner.introspect();
    // That is how it says that it could not read: not worth keeping.
    if (!result.functions) schema = undefined;
    return result;
  };
  connection.introspect = () => {
    schema ??= read();
    return schema;
  };
  connection.clearSchemaCache = async () => {
    schema = undefined;
  };
  connection.close = async () => {
    await Promise.all([connection, owner].map(({ driver }) => driver.end({ timeout: 1 })));
  };
}

/** How long a request may take, as PostgREST decides it: the function's own limit, else the role's. */
export interface StatementTimeouts {
  readonly byFunction: ReadonlyMap<string, string>;
  readonly byRole: ReadonlyMap<string, string>;
}

/**
 * Defects: the caller's role is applied only if some table had row level security at the first
 * request (else an anonymous caller acts as the login role); on that first request every table of
 * such a schema is granted to everybody; `statement_timeout` of functions and roles is ignored;
 * and every setting costs a round trip of its own.
 */
export function actAsCaller(
  connection: PostgresConnection,
  timeouts: () => StatementTimeouts,
): void {
  const withContext: WithContext = (vars, work, options) => {
    if (!vars) return work(connection.kysely);
    const caller = describeCaller(vars);
    const settings: Record<string, string> = {
      role: caller.role,
      'request.jwt.claims': JSON.stringify(caller.claims),
      'request.jwt.claim.sub': caller.id,
      'request.jwt.claim.role': caller.role,
      statement_timeout: timeouts().byRole.get(caller.role) ?? '0',
    };
    if (options?.rpc) {
      const { method, path, readOnly, requestHeaders } = options.rpc;
      const name = path.slice(path.lastIndexOf('/') + 1);
      Object.assign(settings, {
        'response.status': '',
        'response.headers': '',
        'request.method': method,
        'request.path': path,
        'request.headers': JSON.stringify(requestHeaders ?? {}),
        statement_timeout: timeouts().byFunction.get(name) ?? settings.statement_timeout,
        transaction_read_only: readOnly ? 'on' : 'off',
      });
    }
    return connection.kysely.transaction().execute(async (transaction) => {
      await transaction
        .selectNoFrom(({ fn, val, lit }) =>
          Object.entries(settings).map(([name, value], index) =>
            fn('set_config', [val(name), val(value), lit(true)]).as(`setting_${index}`),
          ),
        )
        .execute();
      return work(transaction);
    });
  };
  connection.withContext = withContext;
}

function describeCaller(vars: Record<string, unknown>) {
  const auth = asRecord(vars.auth);
  return {
    role: typeof auth.role === 'string' && auth.role !== '' ? auth.role : 'anon',
    id: typeof auth.uid === 'string' ? auth.uid : '',
    claims: asRecord(auth.jwt),
  };
}

/** Reads the limits of all roles and of the functions in `public`; functions by name. */
export async function readStatementTimeouts(sql: postgres.Sql): Promise<StatementTimeouts> {
  const rows = await sql<{ kind: string; name: string; timeout: string }[]>`
    with setting as (
      select 'function' as kind, proname as name, unnest(proconfig) as entry
      from pg_proc where pronamespace = 'public'::regnamespace
      union all
      select 'role', rolname, unnest(rolconfig) from pg_roles
    )
    select kind, name, split_part(entry, '=', 2) as timeout
    from setting where entry like 'statement_timeout=%'`;
  const named = (kind: string) =>
    rows.filter((row) => row.kind === kind).map((row) => [row.name, row.timeout] as const);
  const byRole = new Map(named('role'));
  // Roles without a limit of their own have that of the login role.
  const fallback = byRole.get('authenticator');
  if (fallback && !byRole.has('service_role')) byRole.set('service_role', fallback);
  return { byFunction: new Map(named('function')), byRole };
}

/**
 * Defect: errors of most classes (raise exception, check constraints, timeouts, serialization
 * failures) become a 500 without SQLSTATE, details or hint, and so does a lost database. Passed on
 * in the form lite keeps for a function's own `raise sqlstate 'PGRST'`, which it reports in full.
 */
export function reportErrorsInFull(connection: PostgresConnection): void {
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (error) => {
    const cause = normalize(error);
    const { code, detail, hint } = asRecord(cause);
    if (!(cause instanceof Error) || typeof code !== 'string' || REPORTED_BY_LITE.test(code)) {
      return cause;
    }
    const lost = /^(CONNECT|ECONN|57P0[123]|08)/.test(code);
    const body = { code: lost ? 'PGRST001' : code, message: cause.message, details: detail, hint };
    return Object.assign(new Error(JSON.stringify(body), { cause }), {
      code: 'PGRST',
      detail: JSON.stringify({ status: lost ? 503 : statusOf(code), headers: {} }),
    });
  };
}

const REPORTED_BY_LITE = /^(PT|42|22|21|53|55)|^(PGRST|23502|23503|23505|25006)$/;

// https://docs.postgrest.org/en/stable/references/errors.html
function statusOf(sqlState: string): number {
  if (sqlState === 'P0001') return 400;
  if (/^(0L|0P|28)/.test(sqlState)) return 403;
  if (/^(09|25|2D|38|39|3B|40|54|57|58|F0|HV|P0|XX)/.test(sqlState)) return 500;
  return 400;
}

/**
 * Defect: access tokens carry neither app_metadata (by which an admin is known) nor the other
 * claims that Supabase Auth gives them. Signs the tokens of an answer again, complete.
 */
export function completeClaims(fetch: Fetch, jwtSecret: string, issuer: string): Fetch {
  return async (request) => {
    const response = await fetch(request);
    const isSignIn = /^\/auth\/v1\/(token|signup|verify)$/.test(new URL(request.url).pathname);
    if (!isSignIn || !response.ok) return response;
    const session = asRecord(await response.json());
    if (typeof session.access_token === 'string') {
      const user = asRecord(session.user);
      const claims = readClaims(session.access_token);
      session.access_token = signToken(jwtSecret, {
        ...claims,
        iss: issuer,
        phone: user.phone ?? '',
        app_metadata: user.app_metadata ?? {},
        user_metadata: user.user_metadata ?? {},
        aal: 'aal1',
        amr: [{ method: 'password', timestamp: claims.iat }],
        is_anonymous: false,
      });
    }
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return Response.json(session, { status: response.status, headers });
  };
}

function readClaims(token: string): Record<string, unknown> {
  return asRecord(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
}

function signToken(secret: string, claims: Record<string, unknown>): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

/**
 * Defect: `notify pgrst, 'reload schema'` is not listened to, so that what a migration adds is
 * unknown until a restart. Calls `reload` at each such message and after each (re)connection;
 * resolves once it has run for the first time.
 */
export async function reloadOnNotify(
  listener: postgres.Sql,
  reload: () => Promise<void>,
): Promise<void> {
  await listener.listen('pgrst', () => void reload());
  await reload();
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
