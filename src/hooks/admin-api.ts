import type { z } from 'zod';
import {
  cancelAnswer,
  type EnqueueAnswer,
  enqueueAnswer,
  errorAnswer,
  type JobStatus,
  type JobsOverview,
  jobsOverview,
  type RunHistory,
  runHistory,
} from '@/jobs/job-view.ts';
import type { Trigger } from '@/jobs/payload.ts';

/** The `status` of a request that nobody answered. */
export const UNANSWERED = 0;

/** The server refused or did not answer; says why in words for the admin. */
export class AdminApiError extends Error {
  override readonly name = 'AdminApiError';
  readonly status: number;
  /** The error's code in the answer; empty when nothing of ours answered. */
  readonly code: string;
  /** With code `changed_meanwhile`: the thing as it is now; null when it is gone. */
  readonly current: unknown;

  constructor(status: number, message: string, code = '', current: unknown = undefined) {
    super(message);
    this.status = status;
    this.code = code;
    this.current = current;
  }
}

/** Which jobs to list; an absent field leaves none out. */
export interface JobsFilter {
  status?: JobStatus | undefined;
  trigger?: Trigger | undefined;
  /** `nextBefore` of the page before. */
  before?: string | undefined;
}

/** Ten jobs and the state of queue and workers. Throws AdminApiError when refused. */
export function readJobs(signal: AbortSignal, filter: JobsFilter = {}): Promise<JobsOverview> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(Object.fromEntries(given));
  const path = '/api/admin/background-jobs';
  return ask(query.size > 0 ? `${path}?${query}` : path, jobsOverview, { signal });
}

/** How the last jobs went, and how long each function usually takes. */
export function readRunHistory(signal: AbortSignal): Promise<RunHistory> {
  return ask('/api/admin/background-jobs/history', runHistory, { signal });
}

/** Runs a failed job again, as a new one. */
export function retryJob(jobId: string, requestId: string): Promise<EnqueueAnswer> {
  const path = `/api/admin/background-jobs/${jobId}/retry`;
  return send('POST', path, { requestId }, enqueueAnswer);
}

/** Cancels a live job. */
export function cancelJob(jobId: string, requestId: string) {
  const path = `/api/admin/background-jobs/${jobId}/cancel`;
  return send('POST', path, { requestId }, cancelAnswer);
}

/** Asks for a run on the edge functions, which need no worker. */
export function runWithoutWorker(requestId: string): Promise<EnqueueAnswer> {
  return send('POST', '/api/admin/trigger-stats-update', { requestId }, enqueueAnswer);
}

/** Asks for a run of all stats. The same `requestId` gets the same job, so it may be repeated. */
export function requestStatsUpdate(requestId: string): Promise<EnqueueAnswer> {
  const asked = { triggeredBy: 'admin', requestId };
  return send('POST', '/api/admin/enqueue-stats-job', asked, enqueueAnswer);
}

/** Asks for the run that saving a match calls for, where it could not be asked for along with it. */
export function requestMatchStats(requestId: string, matchId: number): Promise<EnqueueAnswer> {
  const asked = { triggeredBy: 'post-match', requestId, matchId };
  return send('POST', '/api/admin/enqueue-stats-job', asked, enqueueAnswer);
}

/**
 * Sends a change and reads its answer. One whose answer was lost on the way is sent once more: its
 * request id makes two of it one. Throws AdminApiError.
 */
export async function send<Answer>(
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  body: { requestId: string } & Record<string, unknown>,
  shape: z.ZodType<Answer>,
): Promise<Answer> {
  const request = {
    method,
    headers: { 'content-type': 'application/json', 'x-request-id': body.requestId },
    body: JSON.stringify(body),
  };
  return ask(path, shape, request).catch((error: unknown) => {
    if (error instanceof AdminApiError && error.status === UNANSWERED) {
      return ask(path, shape, request);
    }
    throw error;
  });
}

async function ask<Answer>(
  path: string,
  shape: z.ZodType<Answer>,
  request: RequestInit,
): Promise<Answer> {
  const response = await fetch(path, { ...request, cache: 'no-store' }).catch((cause: unknown) => {
    if (request.signal?.aborted) throw cause;
    throw new AdminApiError(UNANSWERED, 'The site did not answer. Check your connection.');
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const answer = shape.safeParse(body);
    if (answer.success) return answer.data;
    throw new AdminApiError(response.status, 'The site has changed. Reload this page.');
  }

  const refused = errorAnswer.safeParse(body);
  if (refused.success) {
    const { message, code, current } = refused.data.error;
    throw new AdminApiError(response.status, message, code, current);
  }
  throw new AdminApiError(response.status, `The server answered ${response.status}.`);
}
