import type { PostgresConnection } from '@supabase/lite/postgres';
import type postgres from 'postgres';
import { asRecord } from './as-record.ts';

type WithContext = PostgresConnection['withContext'];

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
