import type { Sql } from 'postgres';

interface BrokenQueue {
  /** Makes it work again. May be called again. */
  mend: () => Promise<void>;
}

const ENQUEUE = 'public.enqueue_stats_job(jsonb, boolean)';

/** Breaks what every trigger enqueues with, in the database itself, until it is mended. */
export async function breakQueue(sql: Sql): Promise<BrokenQueue> {
  const [made] = await sql<{ definition: string }[]>`
    select pg_get_functiondef(${ENQUEUE}::regprocedure) as definition`;
  if (!made) throw new Error(`there is no ${ENQUEUE}`);
  await sql`
    create or replace function public.enqueue_stats_job(p_payload jsonb, p_force boolean default false)
    returns jsonb language plpgsql strict security definer set search_path = ''
    as $$ begin raise exception 'the queue is broken'; end; $$`;
  return { mend: async () => void (await sql.unsafe(made.definition)) };
}
