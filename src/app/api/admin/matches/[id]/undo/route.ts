import { removal } from '@/club/plan.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { undoMatch } from '@/server/club/save-match.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { rowIdOf } from '@/server/row-id.ts';

/** Seconds: a run on the edge functions goes on after its answer, and ends by itself before this. */
export const maxDuration = 300;

/**
 * POST /api/admin/matches/:id/undo, an admin's session: takes a result back (`removal`): the match
 * leaves every number and is a plan again, with its day and its teams. 200 `undoAnswer`; 400, 401,
 * 403, 404, 409 when somebody else was first, 503.
 */
export const POST = apiRoute('matches.undo', async (request, { params }) => {
  const { admin, body } = await adminRequest(request, removal);
  return undoMatch({ ...body, matchId: await rowIdOf(params) }, admin);
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
