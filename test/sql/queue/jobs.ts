import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { RETRY_POLICY } from '../../../src/jobs/retry-policy.ts';
import { STATS_FUNCTIONS } from '../../../src/jobs/stats-functions.ts';
import { freshDatabase, type TestDatabase } from '../../database.ts';

export interface Claim {
  job_id: string;
  lease_token: string;
  lease_expires_at: string;
  attempt: number;
  max_attempts: number;
  force: boolean;
  required_version: number;
  required_as_of: string;
  computed: Record<string, { version: number; as_of: string | null }>;
}

/** A job whose last run a claim found dead. */
interface FailedByClaim {
  job_id: string;
  request_id: string | null;
  attempt: number;
  error: string;
}

interface Asked {
  triggeredBy?: 'post-match' | 'admin' | 'cron';
  requestId?: string;
  force?: boolean;
}

interface BegunByEdge extends Asked {
  reason?: 'flag' | 'queue_unavailable' | 'asked';
  retryOf?: string;
  token?: string;
}

/** What begin_edge_run answers. */
export interface Begun {
  job_id: string;
  status: string;
  via: string;
  coalesced: boolean;
  claim: Claim | null;
}

interface Claiming {
  worker?: string;
  claimId?: string;
  lease?: number;
  wait?: number;
}

/**
 * A database in which a job may complete whatever it has reached: for tests of the queue, in which no
 * stats are calculated.
 */
export async function queueDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase();
  await database.sql`
    create or replace function public.unmet_by_stats_job(p_job_id uuid)
    returns text language sql as 'select null::text'`;
  return database;
}

/** The queue functions as a worker and the site call them: as service_role, one transaction each. */
export function jobsOf(database: TestDatabase) {
  const call = async <Answer>(
    ask: (sql: postgres.TransactionSql) => Promise<postgres.RowList<{ answer: Answer }[]>>,
  ): Promise<Answer> => {
    const [row] = await database.as('service_role', ask);
    if (!row) throw new Error('a function answers with one row');
    return row.answer;
  };

  return {
    enqueue: ({ triggeredBy = 'admin', requestId = randomUUID(), force = false }: Asked = {}) =>
      call<{ job_id: string; status: string; via: string; coalesced: boolean }>(
        (sql) =>
          sql`select public.enqueue_stats_job(${sql.json({
            triggeredBy,
            requestId,
            timestamp: '2026-11-23T20:00:00Z',
          })}, ${force}) as answer`,
      ),
    beginEdgeRun: ({
      triggeredBy = 'admin',
      requestId = randomUUID(),
      force = false,
      reason = 'flag',
      token = randomUUID(),
      retryOf,
    }: BegunByEdge = {}) =>
      call<Begun>(
        (sql) =>
          sql`select public.begin_edge_run(
            ${sql.json({
              triggeredBy,
              requestId,
              timestamp: '2026-11-23T20:00:00Z',
              ...(retryOf && { retryOf }),
            })},
            ${force}, ${reason}, ${token}) as answer`,
      ),
    /** Whatever a claim is answered. */
    askForJob: ({ worker = 'w1', claimId = randomUUID(), lease = 30, wait = 0 }: Claiming = {}) =>
      call<Claim | { failed: FailedByClaim } | { owed: true } | null>(
        (sql) =>
          sql`select public.claim_stats_job(${worker}, ${claimId}, ${lease}, ${wait}) as answer`,
      ),
    /** The job that a claim hands out, null when there is none. */
    async claim(asked?: Claiming): Promise<Claim | null> {
      const answer = await this.askForJob(asked);
      return answer && 'job_id' in answer ? answer : null;
    },
    extend: ({ job_id, lease_token }: Claim, lease = 30) =>
      call<Date | null>(
        (sql) =>
          sql`select public.extend_stats_job_lease(${job_id}, ${lease_token}, ${lease}) as answer`,
      ),
    record: ({ job_id, lease_token }: Claim, result: Record<string, postgres.JSONValue>) =>
      call<boolean>(
        (sql) => sql`select public.record_stats_function_results(
          ${job_id}, ${lease_token}, ${sql.json([result])}) as answer`,
      ),
    /** Notes all ten functions as successful, as whoever ran them does. */
    recordAll: ({ job_id, lease_token, attempt }: Claim) =>
      call<boolean>(
        (sql) => sql`select public.record_stats_function_results(
          ${job_id}, ${lease_token}, ${sql.json(
            STATS_FUNCTIONS.map(({ rpc }) => ({
              function: rpc,
              status: 'success',
              attempt,
              duration_ms: 1,
              rows: 0,
            })),
          )}) as answer`,
      ),
    complete: ({ job_id, lease_token }: Claim, invalidated = true) =>
      call<boolean>(
        (sql) => sql`select public.complete_stats_job(
          ${job_id}, ${lease_token}, ${invalidated}, ${invalidated}) as answer`,
      ),
    fail: (
      { job_id, lease_token }: Claim,
      { base, cap }: { base: number; cap: number } = {
        base: RETRY_POLICY.backoffBaseSeconds,
        cap: RETRY_POLICY.backoffCapSeconds,
      },
    ) =>
      call<string | null>(
        (sql) => sql`select public.fail_stats_job(
          ${job_id}, ${lease_token}, 'it broke', ${base}, ${cap}) as answer`,
      ),
    release: ({ job_id, lease_token }: Claim) =>
      call<boolean>(
        (sql) => sql`select public.release_stats_job(${job_id}, ${lease_token}) as answer`,
      ),
    cancel: (jobId: string, userId: string | null = null) =>
      call<string | null>(
        (sql) => sql`select public.cancel_stats_job(${jobId}, ${userId}) as answer`,
      ),
    retry: (jobId: string, requestId: string = randomUUID()) =>
      call<{ job_id?: string; status: string } | null>(
        (sql) => sql`select public.retry_stats_job(${jobId}, ${requestId}, null) as answer`,
      ),
    reconcile: () =>
      call<{
        jobs_without_message: number;
        messages_without_job: number;
        fallback_runs_abandoned: number;
        data_without_job: boolean;
      } | null>((sql) => sql`select public.reconcile_stats_queue() as answer`),

    retryOnEdge: (jobId: string, requestId: string = randomUUID()) =>
      call<Begun | { status: string } | null>(
        (sql) => sql`select public.retry_stats_job(
          ${jobId}, ${requestId}, null, 'flag', ${randomUUID()}) as answer`,
      ),
    prune: (keepDays: number, limit = 1000) =>
      call<number>((sql) => sql`select public.prune_stats_jobs(${keepDays}, ${limit}) as answer`),

    markInvalidated: (tags: { tag: string; run: number }[]) =>
      call<null>((sql) => sql`select public.mark_cache_invalidated(${sql.json(tags)}) as answer`),

    noteServed: (served: Record<string, { run: number }>) =>
      call<string[]>((sql) => sql`select public.note_served_stats(${sql.json(served)}) as answer`),

    /** A claim that a test needs: fails where there is nothing to claim. */
    async claimed(worker = 'w1', lease = 30): Promise<Claim> {
      const claim = await this.claim({ worker, lease });
      if (!claim) throw new Error('there was nothing to claim');
      return claim;
    },
    /** The row, as its owner sees it. */
    async row(jobId: string) {
      const [row] = await database.sql`
        select * from public.background_job_status where id = ${jobId}`;
      if (!row) throw new Error(`there is no job ${jobId}`);
      return row;
    },
    /** Message ids on the queue and in its archive. */
    async messages() {
      const [row] = await database.sql<{ queued: number; archived: number }[]>`
        select (select count(*)::int from pgmq."q_stats-update-queue") as queued,
               (select count(*)::int from pgmq."a_stats-update-queue") as archived`;
      if (!row) throw new Error('count answers');
      return row;
    },
    /** Makes every invisible message visible now, as time would: leases end, backoffs are over. */
    async letTimePass() {
      await database.sql`update pgmq."q_stats-update-queue" set vt = clock_timestamp()`;
      await database.sql`
        update public.background_job_status
        set lease_expires_at = clock_timestamp() where lease_expires_at is not null`;
    },
  };
}
export type Jobs = ReturnType<typeof jobsOf>;
