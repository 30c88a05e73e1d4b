import { randomUUID } from 'node:crypto';
import { bareRequest } from '@/jobs/payload.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { jobIdOf } from '@/server/change-job.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { retryJob } from '@/server/retry-job.ts';
import { apiRoute } from '@/server/route.ts';

/** Seconds: a run on the edge functions goes on after its answer, and ends by itself before this. */
export const maxDuration = 300;

/**
 * POST /api/admin/background-jobs/:id/retry, an admin's session, `{requestId?}` or no body: runs a
 * failed job again, as a new job that says what it repeats. The same requestId gets the same job; it
 * is not taken from the `x-request-id` header, which a proxy may set for several calls alike.
 * 202 as enqueue-stats-job; 400, 401, 403, 404, 409 unless it failed, 413, 503.
 */
export const POST = apiRoute('background-jobs.retry', async (request, { params }) => {
  const { admin, body } = await adminRequest(request, bareRequest, '{}');
  return retryJob(await jobIdOf(params), body.requestId ?? randomUUID(), admin.id);
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
