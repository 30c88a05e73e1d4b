import { z } from 'zod';
import { jobPayload } from './payload.ts';
import { jobResults } from './results.ts';
import { STATS_FUNCTIONS, type StatsFunctionEntry } from './stats-functions.ts';

/**
 * What `claim_stats_job` answers instead of a job when tags were left owed; null when there is nothing
 * at all to do.
 */
export const tagsLeftOwed = z.strictObject({ owed: z.literal(true) });

/** What it answers instead of a job when it found the last run of one dead, and so failed it. */
export const jobFailedByClaim = z
  .strictObject({
    failed: z.object({
      job_id: z.guid(),
      request_id: z.string().nullable(),
      attempt: z.number().int().positive(),
      error: z.string(),
    }),
  })
  .transform(({ failed }) => ({
    jobId: failed.job_id,
    requestId: failed.request_id,
    /** The number of the run that was found dead. */
    attempt: failed.attempt,
    error: failed.error,
  }));

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
    // Of a site newer than this worker it may say more, and name a trigger that is not known here.
    payload: z.object({ ...jobPayload.shape, triggeredBy: z.string() }),
    force: z.boolean(),
    required_version: z.number().int(),
    required_as_of: z.iso.date(),
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
    payload: row.payload,
    /** Run all ten, whatever their state. */
    force: row.force,
    requiredVersion: row.required_version,
    /** YYYY-MM-DD. */
    requiredAsOf: row.required_as_of,
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
  /** A job whose last run was found dead, which failed it. Only without a job. */
  failed: z.infer<typeof jobFailedByClaim> | null;
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
