import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import {
  type Claimed,
  claimedJob,
  claimedLease,
  jobFailedByClaim,
  tagsLeftOwed,
} from '../../src/jobs/claim.ts';
import type { Database } from '../../src/jobs/database.types.ts';
import type { Freshness } from '../../src/jobs/freshness.ts';
import { type FunctionOutcome, outcomeRow } from '../../src/jobs/function-outcome.ts';
import {
  completeArguments,
  failArguments,
  type Lease,
  leaseArguments,
  type Told,
} from '../../src/jobs/lease-calls.ts';
import { type OwedTags, owedTags } from '../../src/jobs/owed-tags.ts';
import { ALL_TAGS, type CacheTag } from '../../src/jobs/stats-functions.ts';
import { answered } from './answered.ts';

/** A claim waits this long for a job; with the lease it bounds how soon a dead worker's job runs. */
const CLAIM_WAIT_SECONDS = 2;

const reconciled = z
  .object({
    jobs_without_message: z.number(),
    messages_without_job: z.number(),
    fallback_runs_abandoned: z.number(),
    data_without_job: z.boolean(),
  })
  .nullable();

export const statsHealth = z
  .object({
    depth: z.number(),
    oldest_age_seconds: z.number().nullable(),
    freshness_lag_seconds: z.number(),
    tags_owed: z.number(),
    failed_jobs: z.number(),
    calculated_age_seconds: z.number().nullable(),
  })
  .transform((health) => ({
    depth: health.depth,
    oldestAgeSeconds: health.oldest_age_seconds,
    freshnessLagSeconds: health.freshness_lag_seconds,
    tagsOwed: health.tags_owed,
    failedJobs: health.failed_jobs,
    calculatedAgeSeconds: health.calculated_age_seconds,
  }));
export type StatsHealth = z.infer<typeof statsHealth>;

/**
 * The queue as the worker sees it: one method per SQL function, each of which may be repeated when
 * its reply was lost. Methods throw `DatabaseError`.
 */
export function createQueue(
  client: SupabaseClient<Database>,
  { workerId, leaseSeconds }: { workerId: string; leaseSeconds: number },
) {
  const queue = {
    /**
     * Waits up to two seconds for a job. The same `claimId` again gets the same claim again. Also the
     * worker's sign of life.
     */
    async claim(claimId: string): Promise<Claimed> {
      const call = client.rpc('claim_stats_job', {
        p_worker_id: workerId,
        p_claim_id: claimId,
        p_lease_seconds: leaseSeconds,
        p_wait_seconds: CLAIM_WAIT_SECONDS,
      });
      const answer = await answered('claim_stats_job', call);
      const owed = tagsLeftOwed.safeParse(answer).success;
      if (answer === null || owed) return { job: null, failed: null, owed };
      const failed = jobFailedByClaim.safeParse(answer);
      if (failed.success) return { job: null, failed: failed.data, owed: false };
      const job = claimedJob.safeParse(answer);
      if (job.success) return { job: job.data, failed: null, owed: false };
      // Not worth a lease's time again and again: it fails with what is wrong with it.
      await queue.fail(claimedLease.parse(answer), `The job cannot be read: ${job.error.message}`);
      return { job: null, failed: null, owed: false };
    },

    /** Also the worker's sign of life. False when the lease is lost. */
    async extend(lease: Lease): Promise<boolean> {
      const call = client.rpc('extend_stats_job_lease', {
        ...leaseArguments(lease),
        p_lease_seconds: leaseSeconds,
      });
      return (await answered('extend_stats_job_lease', call)) !== null;
    },

    /** Notes how functions ended in this run. False when the lease is lost. */
    async record(
      lease: Lease,
      attempt: number,
      outcomes: readonly FunctionOutcome[],
    ): Promise<boolean> {
      const call = client.rpc('record_stats_function_results', {
        ...leaseArguments(lease),
        p_outcomes: outcomes.map((outcome) => outcomeRow(outcome, attempt)),
      });
      return (await answered('record_stats_function_results', call)) === true;
    },

    /** False when the lease is lost. Throws when the job is not done. */
    async complete(lease: Lease, told: Told): Promise<boolean> {
      const call = client.rpc('complete_stats_job', completeArguments(lease, told));
      return (await answered('complete_stats_job', call)) === true;
    },

    /** `queued` when it will be tried again, `failed` when not, null when the lease is lost. */
    async fail(lease: Lease, reason: string): Promise<string | null> {
      const call = client.rpc('fail_stats_job', failArguments(lease, reason));
      return answered('fail_stats_job', call);
    },

    /** Hands the job back without using up a run. False when the lease is lost. */
    async release(lease: Lease): Promise<boolean> {
      const call = client.rpc('release_stats_job', leaseArguments(lease));
      return (await answered('release_stats_job', call)) === true;
    },

    /** Whether somebody cancelled the job: why a lease was lost. */
    async isCancelled({ jobId }: Pick<Lease, 'jobId'>): Promise<boolean> {
      const call = client.from('background_job_status').select('status').eq('id', jobId);
      const rows = await answered('background_job_status', call);
      return rows?.[0]?.status === 'cancelled';
    },

    /** What the site has not been told yet. */
    async owed(): Promise<OwedTags> {
      return owedTags.parse(await answered('owed_cache_tags', client.rpc('owed_cache_tags')));
    },

    async markInvalidated(tags: OwedTags): Promise<void> {
      const call = client.rpc('mark_cache_invalidated', { p_tags: tags });
      await answered('mark_cache_invalidated', call);
    },

    /**
     * Notes what the site was seen to serve. Returns the tags that it was told to drop and yet serves
     * from an older run.
     */
    async noteServed(served: Freshness['tags']): Promise<CacheTag[]> {
      const call = client.rpc('note_served_stats', { p_served: served });
      const behind = (await answered('note_served_stats', call)) ?? [];
      return ALL_TAGS.filter((tag) => behind.includes(tag));
    },

    /** Says that the worker starts, or that it has stopped. Until then its claims say that it lives. */
    async register(version: string, stopped = false): Promise<void> {
      const call = client.rpc('beat_stats_worker', {
        p_worker_id: workerId,
        p_version: version,
        p_stopped: stopped,
      });
      await answered('beat_stats_worker', call);
    },

    /** The state of the queue, and how far behind the stats are. */
    async health(): Promise<StatsHealth> {
      return statsHealth.parse(await answered('stats_health', client.rpc('stats_health')));
    },

    /** Forgets jobs that ended more than so many days ago, so many at most. Returns how many. */
    async prune(keepDays: number, limit: number): Promise<number> {
      const call = client.rpc('prune_stats_jobs', { p_keep_days: keepDays, p_limit: limit });
      return (await answered('prune_stats_jobs', call)) ?? 0;
    },

    /** What was found and mended; null when another worker is at it. */
    async reconcile() {
      const call = client.rpc('reconcile_stats_queue');
      return reconciled.parse(await answered('reconcile_stats_queue', call));
    },
  };
  return queue;
}
export type Queue = ReturnType<typeof createQueue>;
