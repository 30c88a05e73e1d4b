import type { Sql } from 'postgres';

interface Broken {
  /** Makes it work again. May be called again. */
  mend: () => Promise<void>;
}

const RATINGS = 'public.update_power_ratings(date)';

/** Breaks one of the ten functions, in the database itself, until it is mended. */
export async function breakOne(sql: Sql): Promise<Broken> {
  const [made] = await sql<{ definition: string }[]>`
    select pg_get_functiondef(${RATINGS}::regprocedure) as definition`;
  if (!made) throw new Error(`there is no ${RATINGS}`);
  await sql`
    create or replace function public.update_power_ratings(p_as_of date default null)
    returns jsonb language plpgsql security definer set search_path = ''
    as $$ begin raise exception 'the ratings are broken'; end; $$`;
  return { mend: async () => void (await sql.unsafe(made.definition)) };
}
