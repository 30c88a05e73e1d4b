import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { after } from 'next/server';
import { z } from 'zod';
import { claimedJob } from '@/jobs/claim.ts';
import type { EdgeReason, EnqueueAnswer } from '@/jobs/job-view.ts';
import { ApiError } from './api-error.ts';
import type { EdgeOutcome } from './edge-function.ts';
import { driveEdgeRun, isUnderWay } from './edge-run.ts';
import { enqueuedJob } from './enqueue.ts';
import { log } from './log.ts';
import { onceMore } from './once-more.ts';
import { isForced, payloadOf, type StatsRequest } from './stats-request.ts';
import { serviceClient } from './supabase.ts';

/** A run that has a row is followed by it: nobody waits longer for its first function. */
const PATIENCE_MS = 10_000;

/** A run as it was opened. `claim` is for whoever is to drive it, and absent on the queue. */
export const begunRun = enqueuedJob.and(
  z.object({ claim: claimedJob.nullish().transform((claim) => claim ?? null) }),
);

interface Opened {
  requestId: string;
  reason: EdgeReason;
  /** Null when its row could not be written. */
  run: z.infer<typeof begunRun> | null;
}

/** Starts a run on the edge functions for a trigger; see `goOnEdge`. */
export async function startEdgeRun(
  request: StatsRequest,
  reason: EdgeReason,
): Promise<EnqueueAnswer> {
  const { requestId } = request;
  const opening = {
    p_payload: payloadOf(request),
    p_force: isForced(request),
    p_reason: reason,
    // The same for both calls: a reply that was lost is told again.
    p_lease_token: randomUUID(),
  };
  const { data, error } = await onceMore(
    () => serviceClient().rpc('begin_edge_run', opening),
    'edge.begin_failed',
    { requestId },
  );
  if (error) log.error({ requestId, err: error }, 'edge.no_row');
  return goOnEdge({ requestId, reason, run: error ? null : begunRun.parse(data) });
}

/**
 * Drives a run that was opened, beyond the answer to the request that asked for it. The caller waits
 * only for its first function: then it is known that the edge functions are there. A run that somebody
 * else drives, or that has ended, is told of as it stands. Throws 503 when the first function was not
 * to be had; the run has then ended as failed.
 */
export async function goOnEdge({ requestId, reason, run }: Opened): Promise<EnqueueAnswer> {
  const job = run?.claim ?? null;
  const { jobId = null, status = 'processing', coalesced = false } = run ?? {};
  const via = run?.via ?? 'edge-functions';
  const isOnEdge = via === 'edge-functions';
  if (isOnEdge) log.warn({ requestId, jobId, reason, coalesced }, 'stats.fallback');

  if (!run || job) {
    const first = Promise.withResolvers<EdgeOutcome | null>();
    const driven = driveEdgeRun({ job, requestId, onFirst: first.resolve });
    after(() => driven);
    const patience = new AbortController();
    const outcome = await Promise.race([
      first.promise,
      ...(job ? [sleep(PATIENCE_MS, null, patience).catch(() => null)] : []),
    ]);
    patience.abort();
    if (outcome && !isUnderWay(job, outcome)) {
      await driven;
      throw notToBeHad(reason, outcome);
    }
  }

  return {
    success: true,
    jobId,
    status,
    coalesced,
    requestId,
    via,
    ...(isOnEdge && { reason }),
  };
}

const TROUBLE: Record<EdgeReason, string> = {
  flag: 'The stats were not updated',
  asked: 'The stats were not updated',
  queue_unavailable: 'The update could be neither queued nor run without the queue',
};

/** What to do about it, for the admin; the details are in the row and in the log. */
function notToBeHad(reason: EdgeReason, { error, wasReached }: EdgeOutcome): ApiError {
  const why = wasReached ? 'the edge functions failed' : 'the edge functions did not answer';
  return new ApiError(
    503,
    'edge_functions_unavailable',
    `${TROUBLE[reason]}: ${why}. Try again in a minute; if it stays, see whether they are deployed.`,
    undefined,
    { cause: new Error(error) },
  );
}
