import { parseWebEnv } from '@/config/env.ts';
import { enqueueRequest } from '@/jobs/payload.ts';
import { requireAdmin } from '@/server/admin-session.ts';
import { forbidden } from '@/server/api-error.ts';
import { requireSecret } from '@/server/keyed.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { readJson } from '@/server/read-json.ts';
import { apiRoute } from '@/server/route.ts';
import { requireSameOrigin } from '@/server/same-origin.ts';
import { triggerStats } from '@/server/trigger-stats.ts';

/**
 * POST /api/admin/enqueue-stats-job, `{triggeredBy, requestId, matchId?}`: asks for a stats run.
 * For an admin's session (`admin`, `post-match`) or `Bearer CRON_SECRET` (`cron`).
 * 202 `{success, jobId, status, coalesced, requestId, via}`; 400, 401, 403, 413, 503.
 * The same requestId gets the same job: a call whose answer was lost may be repeated.
 */
export const POST = apiRoute('enqueue-stats-job', async (request) => {
  if (request.headers.has('authorization')) {
    requireSecret(request, parseWebEnv(process.env).CRON_SECRET);
    const asked = await readJson(request, enqueueRequest);
    if (asked.triggeredBy !== 'cron') {
      throw forbidden('The cron secret asks for `cron` runs only. Sign in for the others.');
    }
    return triggerStats(asked);
  }

  requireSameOrigin(request);
  const admin = await requireAdmin();
  const asked = await readJson(request, enqueueRequest);
  if (asked.triggeredBy === 'cron') {
    throw forbidden('A `cron` run is asked for with the cron secret, not by an admin.');
  }
  return triggerStats({ ...asked, userId: admin.id });
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
