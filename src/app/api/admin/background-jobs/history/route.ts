import { requireAdmin } from '@/server/admin-session.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { readRunHistory } from '@/server/run-history.ts';

/**
 * GET /api/admin/background-jobs/history, an admin's session: how the last sixty jobs went, and how
 * long each of the ten functions usually takes. 200 `runHistory` (src/jobs/job-view.ts); 401, 403, 503.
 */
export const GET = apiRoute('background-jobs.history', async (_request, { requestId }) => {
  await requireAdmin();
  return Response.json({ success: true, ...(await readRunHistory()), requestId });
});

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');
