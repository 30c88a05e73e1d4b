import 'server-only';
import { parseWebEnv } from '@/config/env.ts';
import { pathFor } from '@/config/feature-flags.ts';
import type { EdgeReason, EnqueueAnswer } from '@/jobs/job-view.ts';
import type { Trigger } from '@/jobs/payload.ts';
import { type EnqueuedJob, enqueueStatsJob } from './enqueue.ts';
import { startEdgeRun } from './start-edge-run.ts';
import type { StatsRequest } from './stats-request.ts';

/** The two ways to start a run. `enqueue` answers null when the queue cannot be reached. */
interface Ways {
  enqueue: () => Promise<EnqueuedJob | null>;
  runOnEdge: (reason: EdgeReason) => Promise<EnqueueAnswer>;
}

/**
 * Starts a run on the path that the flags say for this trigger, and on the edge functions when the
 * queue cannot be reached.
 */
export async function onPath(
  trigger: Trigger,
  requestId: string,
  { enqueue, runOnEdge }: Ways,
): Promise<EnqueueAnswer> {
  const path = pathFor(trigger, parseWebEnv(process.env));
  if (path === 'edge-functions') return runOnEdge('flag');

  const job = await enqueue();
  if (!job) return runOnEdge('queue_unavailable');
  return { success: true, ...job, requestId };
}

/** Starts a run for a trigger. Throws 503 when it could be started on neither path. */
export const startStats = (request: StatsRequest): Promise<EnqueueAnswer> =>
  onPath(request.triggeredBy, request.requestId, {
    enqueue: () => enqueueStatsJob(request),
    runOnEdge: (reason) => startEdgeRun(request, reason),
  });

/** 202: a run was started, or is on its way. */
export const accepted = (answer: EnqueueAnswer): Response =>
  Response.json(answer, { status: 202, headers: { 'x-request-id': answer.requestId } });

/** Starts a run and answers 202. */
export const triggerStats = async (request: StatsRequest): Promise<Response> =>
  accepted(await startStats(request));
