import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { type ClaimedJob, claimedJob } from '../../src/jobs/claim.ts';
import type { Database, Json } from '../../src/jobs/database.types.ts';
import { RETRY_POLICY } from '../../src/jobs/retry-policy.ts';
import type { StatsRpc } from '../../src/jobs/stats-functions.ts';
import { databaseError } from './database-error.ts';

/** A claim waits this long for a job; with the lease it bounds how soon a dead worker's job runs. */
const CLAIM_WAIT_SECONDS = 2;
/** A call that has not answered by then is taken for lost. Every call may be repeated. */
const CALL_DEADLINE_MS = 8_000;

/** How one function ended, for the job's results. */
export interface FunctionOutcome {
  function: StatsRpc;
  status: 'success' | 'failed' | 'skipped';
  durationMs: number;
  /** Rows written; null when it failed. */
  rows: number | null;
  /** The version its numbers include, at least; null when it failed. */
  sourceVersion: number | null;
  error?: string;
}

const owedTags = z.array(z.object({ tag: z.string(), run: z.number() }));
export type OwedTags = z.infer<typeof owedTags>;

const reconciled = z
  .object({
    jobs_without_message: z.number(),
    messages_without_job: z.number(),
    fallback_runs_abandoned: z.number(),
    data_without_job: z.boolean(),
  })
  .nullable();

const queueDepth = z
  .object({ depth: z.number(), oldest_age_seconds: z.number().nullable() })
  .transform(({ depth, oldest_age_seconds: oldestAgeSeconds }) => ({ depth, oldestAgeSeconds }));
export type QueueDepth = z.infer<typeof queueDepth>;

/** The holder of a lease: what every change of a job must show. */
type Lease = Pick<ClaimedJob, 'jobId' | 'leaseToken'>;

/**
 * The queue as the worker sees it: one method per SQL function, each of which may be repeated when
 * its reply was lost. Methods throw `DatabaseError`.
 */
export function createQueue(
  client: SupabaseClient<Database>,
  { workerId, leaseSeconds }: { workerId: string; leaseSeconds: number },
) {
  const within = (ms: number) => AbortSignal.timeout(ms);
  const holder = ({ jobId, leaseToken }: Lease) => ({
    p_job_id: jobId,
    p_lease_token: leaseToken,
  });

  return {
    /** Waits up to two seconds for a job. The same `claimId` again gets the same claim again. */
    async claim(claimId: string): Promise<ClaimedJob | null> {
      const { data, error } = await client
        .rpc('claim_stats_job', {
          p_worker_id: workerId,
          p_claim_id: claimId,
          p_lease_seconds: leaseSeconds,
          p_wait_seconds: CLAIM_WAIT_SECONDS,
        })
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('claim_stats_job', error);
      return claimedJob.nullable().parse(data);
    },

    /** False when the lease is lost. */
    async extend(lease: Lease): Promise<boolean> {
      const { data, error } = await client
        .rpc('extend_stats_job_lease', { ...holder(lease), p_lease_seconds: leaseSeconds })
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('extend_stats_job_lease', error);
      return data !== null;
    },

    /** False when the lease is lost. */
    async record(lease: Lease, attempt: number, outcome: FunctionOutcome): Promise<boolean> {
      const result: Json = {
        function: outcome.function,
        status: outcome.status,
        attempt,
        duration_ms: Math.round(outcome.durationMs),
        rows: outcome.rows,
        ...(outcome.error === undefined ? {} : { error: outcome.error }),
      };
      const { data, error } = await client
        .rpc('record_stats_function_result', { ...holder(lease), p_result: result })
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('record_stats_function_result', error);
      return data;
    },

    /** False when the lease is lost. */
    async complete(
      lease: Lease,
      end: { sourceVersion: number; invalidated: boolean; visible: boolean },
    ): Promise<boolean> {
      const { data, error } = await client
        .rpc('complete_stats_job', {
          ...holder(lease),
          p_source_version: end.sourceVersion,
          p_invalidated: end.invalidated,
          p_visible: end.visible,
        })
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('complete_stats_job', error);
      return data;
    },

    /** `queued` when it will be tried again, `failed` when not, null when the lease is lost. */
    async fail(lease: Lease, reason: string): Promise<string | null> {
      const { data, error } = await client
        .rpc('fail_stats_job', {
          ...holder(lease),
          p_error: reason,
          p_backoff_base_seconds: RETRY_POLICY.backoffBaseSeconds,
          p_backoff_cap_seconds: RETRY_POLICY.backoffCapSeconds,
        })
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('fail_stats_job', error);
      return data;
    },

    /** Hands the job back without using up a run. False when the lease is lost. */
    async release(lease: Lease): Promise<boolean> {
      const { data, error } = await client
        .rpc('release_stats_job', holder(lease))
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('release_stats_job', error);
      return data;
    },

    /** What the site has not been told yet. */
    async owed(): Promise<OwedTags> {
      const { data, error } = await client
        .rpc('owed_cache_tags')
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('owed_cache_tags', error);
      return owedTags.parse(data);
    },

    async markInvalidated(tags: OwedTags): Promise<void> {
      const { error } = await client
        .rpc('mark_cache_invalidated', { p_tags: tags })
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('mark_cache_invalidated', error);
    },

    async beat(version: string, stopped = false): Promise<void> {
      const { error } = await client
        .rpc('beat_stats_worker', {
          p_worker_id: workerId,
          p_version: version,
          p_stopped: stopped,
        })
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('beat_stats_worker', error);
    },

    /** How long the queue is, and how old its oldest message. */
    async depth(): Promise<QueueDepth> {
      const { data, error } = await client
        .rpc('stats_queue_overview')
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('stats_queue_overview', error);
      return queueDepth.parse(data);
    },

    /** Forgets jobs that ended more than so many days ago. Returns how many. */
    async prune(keepDays: number): Promise<number> {
      const { data, error } = await client
        .rpc('prune_stats_jobs', { p_keep_days: keepDays })
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('prune_stats_jobs', error);
      return data;
    },

    /** What was found and mended; null when another worker is at it. */
    async reconcile() {
      const { data, error } = await client
        .rpc('reconcile_stats_queue')
        .abortSignal(within(CALL_DEADLINE_MS));
      if (error) throw databaseError('reconcile_stats_queue', error);
      return reconciled.parse(data);
    },
  };
}
export type Queue = ReturnType<typeof createQueue>;
