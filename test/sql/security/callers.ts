import type { ApiRole, JwtClaims, TestDatabase } from '../../database.ts';

/** Those who reach the database through its API. */
export const CALLERS = {
  anybody: { role: 'anon', claims: {} },
  'a plain user': {
    role: 'authenticated',
    // A user writes this field, and so it must mean nothing.
    claims: { sub: 'a0000000-0000-4000-8000-000000000001', user_metadata: { role: 'admin' } },
  },
  'an admin': {
    role: 'authenticated',
    claims: { sub: 'a0000000-0000-4000-8000-000000000002', app_metadata: { role: 'admin' } },
  },
  'the service': { role: 'service_role', claims: {} },
} as const satisfies Record<string, { role: ApiRole; claims: JwtClaims }>;
export type Caller = keyof typeof CALLERS;

export const EVERY_CALLER: readonly Caller[] = [
  'anybody',
  'a plain user',
  'an admin',
  'the service',
];

/** What a statement came to: the rows it counted, or the SQLSTATE and message of its refusal. */
export interface Attempt {
  readonly statement: string;
  readonly rows: number | null;
  readonly state: string | null;
  readonly message: string | null;
}

/** Puts the means to try statements into the database, in a schema of its own. */
export async function prepareAttempts({ sql }: TestDatabase): Promise<void> {
  await sql.unsafe(`
    create schema attempts;
    grant usage on schema attempts to anon, authenticated, service_role;

    -- Runs a statement as whoever calls, and takes back what it did. A query answers one number.
    create function attempts.make(p_statement text)
    returns table (rows bigint, state text, message text)
    language plpgsql
    as $make$
    begin
      begin
        if p_statement like 'select %' then
          execute p_statement into rows;
        else
          execute p_statement;
        end if;
        raise exception using errcode = 'AT000';
      exception
        when sqlstate 'AT000' then null;
        when others then
          state := sqlstate;
          message := sqlerrm;
      end;
      return next;
    end;
    $make$;
    grant execute on function attempts.make to anon, authenticated, service_role;`);
}

/** Tries each statement as this caller. Nothing of them stays. */
export function attempt(
  database: TestDatabase,
  caller: Caller,
  statements: readonly string[],
): Promise<Attempt[]> {
  const { role, claims } = CALLERS[caller];
  return database.as(
    role,
    async (sql) => {
      const attempts = await sql<Attempt[]>`
        select statement, made.rows::integer, made.state, made.message
        from unnest(${[...statements]}::text[]) as statement
        cross join lateral attempts.make(statement) as made`;
      return [...attempts];
    },
    claims,
  );
}
