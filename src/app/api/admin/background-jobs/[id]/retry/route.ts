import { requireAdmin } from '@/server/admin-session.ts';
import { jobIdOf, retryJob } from '@/server/change-job.ts';
import { apiRoute } from '@/server/route.ts';
import { requireSameOrigin } from '@/server/same-origin.ts';

/**
 * POST /api/admin/background-jobs/:id/retry, an admin's session: runs a failed job again, as a new
 * job that says what it repeats. 202 as enqueue-stats-job; 401, 403, 404, 409 unless it failed, 503.
 */
export const POST = apiRoute('background-jobs.retry', async (request, { requestId, params }) => {
  requireSameOrigin(request);
  const admin = await requireAdmin();
  return retryJob(await jobIdOf(params), requestId, admin.id);
});
