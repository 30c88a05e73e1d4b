import 'server-only';
import { parseWebEnv } from '@/config/env.ts';
import { pathFor } from '@/config/feature-flags.ts';
import type { EnqueueAnswer } from '@/jobs/job-view.ts';
import { enqueueStatsJob } from './enqueue.ts';
import { startEdgeRun } from './start-edge-run.ts';
import type { StatsRequest } from './stats-request.ts';

/**
 * Sends a trigger down the path its flags say, and to the edge functions when the queue cannot be
 * reached. Every trigger comes through here. Throws 503 when no run could be started on either.
 */
export async function startStats(request: StatsRequest): Promise<EnqueueAnswer> {
  const path = pathFor(request.triggeredBy, parseWebEnv(process.env));
  if (path === 'edge-functions') return startEdgeRun(request, 'flag');

  const job = await enqueueStatsJob(request);
  if (!job) return startEdgeRun(request, 'queue_unavailable');
  return { success: true, ...job, requestId: request.requestId };
}

/** 202: a run was started, or is on its way. */
export const accepted = (answer: EnqueueAnswer): Response =>
  Response.json(answer, { status: 202, headers: { 'x-request-id': answer.requestId } });

/** Starts a run and answers 202. */
export const triggerStats = async (request: StatsRequest): Promise<Response> =>
  accepted(await startStats(request));
