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

/** Seconds: a run on the edge functions goes on after its answer, and ends by itself before this. */
export const maxDuration = 300;

/**
 * POST /api/admin/enqueue-stats-job, `{triggeredBy, requestId, matchId?}`: asks for a stats run.
 * For an admin's session (`admin`, `post-match`) or `Bearer CRON_SECRET` (`cron`).
 * 202 `enqueueAnswer` (src/jobs/job-view.ts): `via` says which path it took, and `reason` why that is
 * the edge functions, to which it goes by itself when the queue cannot be reached; 400, 401, 403, 413,
 * 503 when neither path could be had.
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
