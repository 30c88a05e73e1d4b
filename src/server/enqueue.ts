import 'server-only';
import { z } from 'zod';
import { jobStatus } from '@/jobs/job-view.ts';
import { type JobPayload, jobPayload } from '@/jobs/payload.ts';
import { unavailable } from './api-error.ts';
import { log } from './log.ts';
import { type ServiceClient, serviceClient } from './supabase.ts';

/** Long enough for a busy database, short enough that a person still waits for the second try. */
const DEADLINE_MS = 4_000;

const enqueued = z.object({ job_id: z.uuid(), status: jobStatus, coalesced: z.boolean() });

export interface Enqueued {
  jobId: string;
  status: z.infer<typeof jobStatus>;
  coalesced: boolean;
}

/**
 * Enqueues a stats job. A failed call is made once more with the same request id, which gets the
 * same job if the first did arrive. Throws 503 when neither was answered.
 *
 * The admin's button and the nightly run force all ten functions: they are the safety net. After a
 * match only what is behind is run.
 */
export async function enqueueStatsJob(
  facts: Omit<JobPayload, 'timestamp'>,
  client: ServiceClient = serviceClient(),
): Promise<Enqueued> {
  const payload = jobPayload.parse({ ...facts, timestamp: new Date().toISOString() });
  const call = () =>
    client
      .rpc('enqueue_stats_job', {
        p_payload: payload,
        p_force: payload.triggeredBy !== 'post-match',
      })
      .abortSignal(AbortSignal.timeout(DEADLINE_MS));

  let answer = await call();
  if (answer.error) {
    log.warn({ requestId: payload.requestId, err: answer.error }, 'job.enqueue_failed');
    answer = await call();
  }
  if (answer.error) {
    throw unavailable(
      'The stats update could not be queued: the database did not answer. Try again in a minute.',
      answer.error,
    );
  }

  const { job_id: jobId, status, coalesced } = enqueued.parse(answer.data);
  log.info({ requestId: payload.requestId, jobId, coalesced }, 'job.enqueued');
  return { jobId, status, coalesced };
}
