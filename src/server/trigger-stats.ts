import 'server-only';
import { parseWebEnv } from '@/config/env.ts';
import { pathFor } from '@/config/feature-flags.ts';
import type { EnqueueAnswer } from '@/jobs/job-view.ts';
import type { JobPayload } from '@/jobs/payload.ts';
import { ApiError } from './api-error.ts';
import { enqueueStatsJob } from './enqueue.ts';

/**
 * Sends a trigger down the path its flags say. Every trigger comes through here. Throws 503 when no
 * run could be started. The edge functions are not part of this version: a flag that sends a trigger
 * there gets a 503, too.
 */
export async function startStats(facts: Omit<JobPayload, 'timestamp'>): Promise<EnqueueAnswer> {
  const via = pathFor(facts.triggeredBy, parseWebEnv(process.env));
  if (via === 'edge-functions') throw edgeFunctionsMissing();

  const enqueued = await enqueueStatsJob(facts);
  return { success: true, ...enqueued, requestId: facts.requestId, via };
}

/** Starts a run and answers 202. */
export async function triggerStats(facts: Omit<JobPayload, 'timestamp'>): Promise<Response> {
  const answer = await startStats(facts);
  return Response.json(answer, { status: 202, headers: { 'x-request-id': answer.requestId } });
}

export function edgeFunctionsMissing(): ApiError {
  return new ApiError(
    503,
    'edge_functions_unavailable',
    'The flags send this trigger to the edge functions, which this version does not have. ' +
      'Set USE_BG_JOBS_GLOBAL to true (or unset, and this trigger’s own flag to true).',
  );
}
