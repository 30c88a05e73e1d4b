import { connection } from 'next/server';
import { parseWebEnv } from '@/config/env.ts';
import { requireAdmin } from '@/server/admin-session.ts';
import { requireSecret } from '@/server/keyed.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { requireSameOrigin } from '@/server/same-origin.ts';
import { edgeFunctionsMissing, triggerStats } from '@/server/trigger-stats.ts';

/**
 * GET /api/admin/trigger-stats-update, `Bearer CRON_SECRET`: the nightly run, as Vercel Cron calls
 * it. Takes the path the flags say. 202 as enqueue-stats-job; 401, 503.
 */
export const GET = apiRoute('trigger-stats-update', async (request, { requestId }) => {
  await connection();
  requireSecret(request, parseWebEnv(process.env).CRON_SECRET);
  return triggerStats({ triggeredBy: 'cron', requestId });
});

/** Looking is not asking: without this, Next.js would answer HEAD by running GET. */
export const HEAD = () => new Response(null, { status: 405, headers: { allow: 'GET, POST' } });

/** POST, an admin's session: the edge-function path, directly, whatever the flags say. */
export const POST = apiRoute('trigger-stats-update', async (request) => {
  requireSameOrigin(request);
  await requireAdmin();
  throw edgeFunctionsMissing();
});

export const { PUT, PATCH, DELETE } = otherMethods('GET', 'POST');
