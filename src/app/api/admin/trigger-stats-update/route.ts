import { randomUUID } from 'node:crypto';
import { connection } from 'next/server';
import { parseWebEnv } from '@/config/env.ts';
import { bareRequest } from '@/jobs/payload.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { requireSecret } from '@/server/keyed.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { startEdgeRun } from '@/server/start-edge-run.ts';
import { accepted, triggerStats } from '@/server/trigger-stats.ts';

/** Seconds: a run on the edge functions goes on after its answer, and ends by itself before this. */
export const maxDuration = 300;

/**
 * GET /api/admin/trigger-stats-update, `Bearer CRON_SECRET`: the nightly run, as Vercel Cron calls
 * it. Takes the path the flags say, and the edge functions when the queue cannot be reached. 202 as
 * enqueue-stats-job; 401, 503 when neither could be had.
 */
export const GET = apiRoute('trigger-stats-update', async (request, { requestId }) => {
  await connection();
  requireSecret(request, parseWebEnv(process.env).CRON_SECRET);
  return triggerStats({ triggeredBy: 'cron', requestId });
});

/** Looking is not asking: without this, Next.js would answer HEAD by running GET. */
export const HEAD = () => new Response(null, { status: 405, headers: { allow: 'GET, POST' } });

/**
 * POST /api/admin/trigger-stats-update, an admin's session, `{requestId?}` or no body: runs all ten
 * on the edge functions, whatever the flags say. 202 as enqueue-stats-job, with `via` and `reason`;
 * 400, 401, 403, 413, 503 when the edge functions cannot be had. The same requestId starts one run.
 */
export const POST = apiRoute('trigger-stats-update', async (request) => {
  const { admin, body } = await adminRequest(request, bareRequest, '{}');
  const requestId = body.requestId ?? randomUUID();
  return accepted(
    await startEdgeRun({ triggeredBy: 'admin', requestId, userId: admin.id }, 'asked'),
  );
});

export const { PUT, PATCH, DELETE } = otherMethods('GET', 'POST');
