import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseWebEnv } from '@/config/env.ts';
import { pathFor } from '@/config/feature-flags.ts';
import { type EdgeReason, jobStatus } from '@/jobs/job-view.ts';
import { conflict, databaseSilent } from './api-error.ts';
import { noSuchJob } from './change-job.ts';
import { log } from './log.ts';
import { onceMore } from './once-more.ts';
import { begunRun, goOnEdge } from './start-edge-run.ts';
import { serviceClient } from './supabase.ts';
import { accepted } from './trigger-stats.ts';

const notFailed = z.strictObject({ status: jobStatus });

/**
 * Runs a failed job again, on the path that the admin's triggers take, and on the edge functions when
 * the queue cannot be reached. Answers 202 with the new job, or the waiting one it joined. Throws 404
 * when there is no such job, 409 when it did not fail, 503 when neither path could be had.
 */
export async function retryJob(
  jobId: string,
  requestId: string,
  userId: string,
): Promise<Response> {
  const repeated = { p_job_id: jobId, p_request_id: requestId, p_user_id: userId };
  const leaseToken = randomUUID();
  const ask = (edgeReason: EdgeReason | null) =>
    onceMore(
      () =>
        serviceClient().rpc('retry_stats_job', {
          ...repeated,
          ...(edgeReason && { p_edge_reason: edgeReason, p_lease_token: leaseToken }),
        }),
      'job.retry_failed',
      { requestId },
    );

  const path = pathFor('admin', parseWebEnv(process.env));
  let reason: EdgeReason | null = path === 'edge-functions' ? 'flag' : null;
  let answer = await ask(reason);
  if (answer.error && reason === null) {
    reason = 'queue_unavailable';
    answer = await ask(reason);
  }
  if (answer.error) throw databaseSilent(answer.error);
  if (answer.data === null) throw noSuchJob();
  const refused = notFailed.safeParse(answer.data);
  if (refused.success) {
    throw conflict(`Only a failed job can be retried; this one is ${refused.data.status}.`);
  }

  const run = begunRun.parse(answer.data);
  log.info({ requestId, jobId: run.jobId, retryOf: jobId }, 'job.retried');
  if (reason) return accepted(await goOnEdge({ requestId, reason, run }));
  const { claim: _, ...job } = run;
  return accepted({ success: true, ...job, requestId });
}
