import 'server-only';
import { z } from 'zod';
import { jobStatus, jobVia } from '@/jobs/job-view.ts';
import { log } from './log.ts';
import { onceMore } from './once-more.ts';
import { isForced, payloadOf, type StatsRequest } from './stats-request.ts';
import { serviceClient } from './supabase.ts';

/** Long enough for a busy database, short enough that a person still waits for the second try. */
export const ENQUEUE_DEADLINE_MS = 4_000;

/** The job that a trigger got, as the database tells it. */
export const enqueuedJob = z
  .object({
    job_id: z.uuid(),
    status: jobStatus,
    /** Not told by changes answered before it was. */
    via: jobVia.default('background-job'),
    coalesced: z.boolean(),
  })
  .transform(({ job_id: jobId, ...job }) => ({ jobId, ...job }));
export type EnqueuedJob = z.infer<typeof enqueuedJob>;

/**
 * Enqueues a stats job. A failed call is made once more with the same request id, which gets the
 * same job if the first did arrive. Null when neither was answered.
 */
export async function enqueueStatsJob(facts: StatsRequest): Promise<EnqueuedJob | null> {
  const { requestId } = facts;
  const payload = payloadOf(facts);
  const answer = await onceMore(
    () =>
      serviceClient()
        .rpc('enqueue_stats_job', { p_payload: payload, p_force: isForced(facts) })
        .abortSignal(AbortSignal.timeout(ENQUEUE_DEADLINE_MS)),
    'job.enqueue_failed',
    { requestId },
  );
  if (answer.error) {
    log.error({ requestId, err: answer.error }, 'job.not_enqueued');
    return null;
  }

  const job = enqueuedJob.parse(answer.data);
  log.info({ requestId, jobId: job.jobId, coalesced: job.coalesced }, 'job.enqueued');
  return job;
}
