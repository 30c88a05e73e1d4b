import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type EdgeReason, jobStatus } from '@/jobs/job-view.ts';
import { conflict, databaseSilent } from './api-error.ts';
import { noSuchJob } from './change-job.ts';
import { enqueuedJob } from './enqueue.ts';
import { log } from './log.ts';
import { onceMore } from './once-more.ts';
import { begunRun, goOnEdge } from './start-edge-run.ts';
import { serviceClient } from './supabase.ts';
import { accepted, onPath } from './trigger-stats.ts';

const notFailed = z.strictObject({ status: jobStatus });

/**
 * Runs a failed job again, on the path that the admin's triggers take. Answers 202 with the new job, or
 * the waiting one it joined. Throws 404 when there is no such job, 409 when it did not fail, 503 when
 * neither path could be had.
 */
export async function retryJob(
  jobId: string,
  requestId: string,
  userId: string,
): Promise<Response> {
  const leaseToken = randomUUID();
  const ask = async (edgeReason: EdgeReason | null) => {
    const { data, error } = await onceMore(
      () =>
        serviceClient().rpc('retry_stats_job', {
          p_job_id: jobId,
          p_request_id: requestId,
          p_user_id: userId,
          ...(edgeReason && { p_edge_reason: edgeReason, p_lease_token: leaseToken }),
        }),
      'job.retry_failed',
      { requestId },
    );
    if (error) return { error };
    if (data === null) throw noSuchJob();
    const refused = notFailed.safeParse(data);
    if (refused.success) {
      throw conflict(`Only a failed job can be retried; this one is ${refused.data.status}.`);
    }
    log.info({ requestId, jobId, userId }, 'job.retried');
    return { data };
  };

  const answer = await onPath('admin', requestId, {
    async enqueue() {
      const { data, error } = await ask(null);
      if (!error) return enqueuedJob.parse(data);
      log.error({ requestId, err: error }, 'job.not_enqueued');
      return null;
    },
    async runOnEdge(reason) {
      const { data, error } = await ask(reason);
      if (error) throw databaseSilent(error);
      return goOnEdge({ requestId, reason, run: begunRun.parse(data) });
    },
  });
  return accepted(answer);
}
