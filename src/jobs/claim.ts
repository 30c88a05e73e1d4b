import { z } from 'zod';
import { jobPayload } from './payload.ts';
import { jobResults } from './results.ts';
import { STATS_FUNCTIONS, type StatsFunctionEntry } from './stats-functions.ts';

/**
 * What `claim_stats_job` answers instead of a job when tags were left owed; null when there is nothing
 * at all to do.
 */
export const tagsLeftOwed = z.strictObject({ owed: z.literal(true) });

/** Who holds a claimed job: what every change of it must show. */
export const claimedLease = z
  .object({ job_id: z.guid(), lease_token: z.guid() })
  .transform((row) => ({ jobId: row.job_id, leaseToken: row.lease_token }));

/** A claimed job, as `claim_stats_job` hands it out. */
export const claimedJob = z
  .object({
    job_id: z.guid(),
    lease_token: z.guid(),
    attempt: z.number().int().positive(),
    max_attempts: z.number().int().positive(),
    // Of a site newer than this worker it may say more.
    payload: z.object(jobPayload.shape),
    force: z.boolean(),
    required_version: z.number().int(),
    required_as_of: z.iso.date(),
    created_at: z.iso.datetime({ offset: true }),
    queued_ms: z.number(),
    results: jobResults,
    computed: z.record(
      z.string(),
      z.object({ version: z.number().int(), as_of: z.iso.date().nullable() }),
    ),
  })
  .transform((row) => ({
    jobId: row.job_id,
    leaseToken: row.lease_token,
    /** This run's number, from 1. */
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    payload: row.payload,
    /** Run all ten, whatever their state. */
    force: row.force,
    requiredVersion: row.required_version,
    /** YYYY-MM-DD. */
    requiredAsOf: row.required_as_of,
    createdAt: row.created_at,
    /** How long it waited for its first claim. */
    queuedMs: row.queued_ms,
    results: row.results,
    /** What each aggregate already includes. */
    computed: row.computed,
  }));
export type ClaimedJob = z.infer<typeof claimedJob>;

/** What came of a claim. */
export interface Claimed {
  job: ClaimedJob | null;
  /** The site was left untold of something: a worker died, or the site was down. Only without a job. */
  owed: boolean;
}

export interface Plan {
  run: StatsFunctionEntry[];
  /** Already as new as required, and not yet recorded as such. */
  skip: StatsFunctionEntry[];
}

/**
 * Which functions a run of the job must call. With `force`, those without a success in this job;
 * else those behind the required version and date. So what is done is not done again, by a retry, a
 * duplicate delivery or a successor.
 */
export function planRun(job: ClaimedJob): Plan {
  const settled = new Set(
    job.results.function_results
      .filter(({ status }) => status !== 'failed')
      .map((result) => result.function),
  );
  const open = STATS_FUNCTIONS.filter(({ rpc }) => !settled.has(rpc));
  if (job.force) return { run: open, skip: [] };

  const behind = (entry: StatsFunctionEntry) => entry.tags.some((tag) => isBehind(job, tag));
  return {
    run: open.filter(behind),
    skip: open.filter((entry) => !behind(entry)),
  };
}

function isBehind({ computed, requiredVersion, requiredAsOf }: ClaimedJob, tag: string): boolean {
  const { version, as_of: asOf } = computed[tag] ?? { version: 0, as_of: null };
  return version < requiredVersion || asOf === null || asOf < requiredAsOf;
}
