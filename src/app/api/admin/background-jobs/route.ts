import { requireAdmin } from '@/server/admin-session.ts';
import { ApiError } from '@/server/api-error.ts';
import { readJobsOverview } from '@/server/jobs-overview.ts';
import { jobsQuery } from '@/server/jobs-page.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { servedFreshness } from '@/stats/served-freshness.ts';

/**
 * GET /api/admin/background-jobs?status=&trigger=&before=, an admin's session: the last ten jobs,
 * the queue, the workers, the path each trigger takes, how new every aggregate is.
 * 200 `jobsOverview` (src/jobs/job-view.ts); 400, 401, 403, 503.
 */
export const GET = apiRoute('background-jobs', async (request, { requestId }) => {
  await requireAdmin();
  const asked = jobsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) {
    throw new ApiError(
      400,
      'invalid_request',
      'A filter has a value that does not exist.',
      asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  }
  const served = servedFreshness().catch(() => null);
  const overview = await readJobsOverview(asked.data, served);
  return Response.json({ success: true, ...overview, requestId });
});

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');
