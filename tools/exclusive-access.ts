import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { CommandError } from './run-command.ts';

/**
 * Held for up to two seconds at a time by every idle worker's claim. It alone is waited for; while it
 * is, whatever needs it queues behind, and nothing else is held.
 */
const WAITED_FOR = 'public.background_job_status';
const WAIT = '4s';

/**
 * Locks every table and view that exists and that the texts name, so that nothing after waits. Nothing
 * is waited for while something is held: so this is never part of a deadlock, for which Postgres would
 * end somebody's work.
 *
 * @throws with SQLSTATE 55P03 when somebody holds one of them.
 */
export async function lockAllNamed(
  transaction: postgres.TransactionSql,
  texts: readonly string[],
): Promise<void> {
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\b(public|pgmq)\."?([\w-]+)/g)].map(
      ([, schema, name]) => `${schema}.${name}`,
    ),
  );
  const relations = await transaction<{ name: string; quoted: string }[]>`
    select nspname || '.' || relname as name, format('%I.%I', nspname, relname) as quoted
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'v') and pg_has_role(relowner, 'usage')
      and nspname || '.' || relname = any (${[...new Set(named)]})
    order by name`;
  await transaction`select set_config('lock_timeout', ${WAIT}, true)`;
  for (const { quoted } of relations.filter(({ name }) => name === WAITED_FOR)) {
    await transaction.unsafe(`lock table ${quoted}`);
  }
  if (relations.length === 0) return;
  const all = relations.map(({ quoted }) => quoted).join(', ');
  await transaction.unsafe(`lock table ${all} nowait`);
}

/**
 * Does work again and again, after ever longer pauses, while others hold what it needs. How often they
 * did.
 *
 * @param sqlStateOf what Postgres called an error that the work threw
 * @throws {CommandError} once `patienceMs` have passed, saying who is in the way.
 */
export async function untilUndisturbed(
  sql: postgres.Sql,
  patienceMs: number,
  sqlStateOf: (error: unknown) => string | undefined,
  work: () => Promise<void>,
): Promise<number> {
  const deadline = performance.now() + patienceMs;
  for (let gaveWay = 0; ; gaveWay += 1) {
    try {
      await work();
      return gaveWay;
    } catch (error) {
      if (!DISTURBED.includes(sqlStateOf(error) ?? '')) throw error;
      const pauseMs = Math.random() * Math.min(50 * 2 ** gaveWay, LONGEST_PAUSE_MS);
      if (performance.now() + pauseMs > deadline) throw await tooBusy(sql, error);
      await sleep(pauseMs);
    }
  }
}

/** lock_not_available and deadlock_detected. */
const DISTURBED = ['55P03', '40P01'];
const LONGEST_PAUSE_MS = 1_000;

async function tooBusy(sql: postgres.Sql, cause: unknown): Promise<CommandError> {
  const others = await sql<{ pid: number; name: string; state: string; seconds: number }[]>`
    select
      pid, application_name as name, state,
      extract(epoch from clock_timestamp() - xact_start)::int as seconds
    from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
    order by xact_start limit 3`;
  const busy = others.map(
    ({ pid, name, state, seconds }) =>
      `\n  pid ${pid} (${name || 'unnamed'}), ${state}, ${seconds} s`,
  );
  return new CommandError(
    `Others use its tables and do not let go: ${cause instanceof Error ? cause.message : cause}.\n` +
      `Transactions open longest:${busy.join('') || ' none now'}\n` +
      'Try again; one that is forgotten is ended by `select pg_terminate_backend(pid)`.',
    { cause },
  );
}
