import { resultEntry } from '@/club/result.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { completePlan } from '@/server/club/save-match.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { rowIdOf } from '@/server/row-id.ts';

/** Seconds: a run on the edge functions goes on after its answer, and ends by itself before this. */
export const maxDuration = 300;

/**
 * POST /api/admin/plans/:id/complete, an admin's session: the planned match was played and ended
 * like this (`resultEntry`, src/club/result.ts). 200 `matchAnswer`, with what became of the stats
 * run; 400, also when the goals do not add up, 401, 403, 404, 409 when somebody else was first, 503.
 */
export const POST = apiRoute('plans.complete', async (request, { params }) => {
  const { admin, body } = await adminRequest(request, resultEntry);
  return completePlan({ ...body, planId: await rowIdOf(params) }, admin);
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
