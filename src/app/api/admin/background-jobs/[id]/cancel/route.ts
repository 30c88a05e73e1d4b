import { requireAdmin } from '@/server/admin-session.ts';
import { cancelJob, jobIdOf } from '@/server/change-job.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { requireSameOrigin } from '@/server/same-origin.ts';

/**
 * POST /api/admin/background-jobs/:id/cancel, an admin's session: takes a queued job off the queue,
 * or a running one from its worker. 202 `{success, jobId, status, requestId}`; 401, 403, 404,
 * 409 when it has already ended, 503.
 */
export const POST = apiRoute('background-jobs.cancel', async (request, { requestId, params }) => {
  requireSameOrigin(request);
  const admin = await requireAdmin();
  return cancelJob(await jobIdOf(params), requestId, admin.id);
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
