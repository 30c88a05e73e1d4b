import type { z } from 'zod';
import {
  type EnqueueAnswer,
  enqueueAnswer,
  errorAnswer,
  type JobsOverview,
  jobsOverview,
} from '@/jobs/job-view.ts';

/** The `status` of a request that nobody answered. */
export const UNANSWERED = 0;

/** The server refused or did not answer; says why in words for the admin. */
export class AdminApiError extends Error {
  override readonly name = 'AdminApiError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The last ten jobs and the state of queue and workers. Throws AdminApiError when refused. */
export function readJobs(signal: AbortSignal): Promise<JobsOverview> {
  return ask('/api/admin/background-jobs', jobsOverview, { signal });
}

/** Asks for a run of all stats. The same `requestId` gets the same job, so it may be repeated. */
export function requestStatsUpdate(requestId: string): Promise<EnqueueAnswer> {
  return ask('/api/admin/enqueue-stats-job', enqueueAnswer, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': requestId },
    body: JSON.stringify({ triggeredBy: 'admin', requestId }),
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
  throw refused.success
    ? new AdminApiError(response.status, refused.data.error.message)
    : new AdminApiError(response.status, `The server answered ${response.status}.`);
}
