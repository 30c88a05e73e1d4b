import type { Sql } from 'postgres';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';

interface Broken {
  /** Makes it work again. May be called again. */
  mend: () => Promise<void>;
}

/** Breaks one of the ten functions. */
export const breakRatings = (sql: Sql) =>
  breakFunction(sql, 'public.update_power_ratings(date)', 'the ratings are broken');

/** Breaks what every trigger enqueues with. */
export const breakQueue = (sql: Sql) =>
  breakFunction(sql, 'public.enqueue_stats_job(jsonb, boolean)', 'the queue is broken');

/** Breaks what a run on the edge functions begins with: it goes without its row in the list. */
export const breakEdgeRow = (sql: Sql) =>
  breakFunction(
    sql,
    'public.begin_edge_run(jsonb, boolean, text, uuid)',
    'the edge run has no row',
  );

/** Breaks the first of the ten: while that fails, a run without a row is given up. */
export const breakFirst = (sql: Sql) =>
  breakFunction(sql, `public.${STATS_FUNCTIONS[0].rpc}(date)`, 'the first function is broken');

/** Has a function of the database fail with these words until it is mended. */
async function breakFunction(sql: Sql, signature: string, words: string): Promise<Broken> {
  const [made] = await sql<{ definition: string }[]>`
    select pg_get_functiondef(${signature}::regprocedure) as definition`;
  const [head, body] = made?.definition.split('AS $function$') ?? [];
  if (!made || !body) throw new Error(`${signature} is not there, or is no function in PL/pgSQL`);

  await sql.unsafe(`${head} as $$ begin raise exception '${words}'; end; $$`);
  return { mend: async () => void (await sql.unsafe(made.definition)) };
}
