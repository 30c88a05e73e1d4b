import { requireAdmin } from '@/server/admin-session.ts';
import { readJobsOverview } from '@/server/jobs-overview.ts';
import { jobsQuery } from '@/server/jobs-page.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { parseRequest } from '@/server/read-json.ts';
import { apiRoute } from '@/server/route.ts';
import { servedFreshnessIfReadable } from '@/stats/served-freshness.ts';

/**
 * GET /api/admin/background-jobs?status=&trigger=&before=, an admin's session: the last ten jobs,
 * the queue, the workers, the path each trigger takes, how new every aggregate is.
 * 200 `jobsOverview` (src/jobs/job-view.ts); 400, 401, 403, 503.
 */
export const GET = apiRoute('background-jobs', async (request, { requestId }) => {
  await requireAdmin();
  const { searchParams } = new URL(request.url);
  const asked = parseRequest(jobsQuery, Object.fromEntries(searchParams));
  const served = servedFreshnessIfReadable();
  const overview = await readJobsOverview(asked, served);
  return Response.json({ success: true, ...overview, requestId });
});

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');
