import { resultEntry } from '@/club/result.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { editMatch } from '@/server/club/save-match.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { rowIdOf } from '@/server/row-id.ts';

/** Seconds: a run on the edge functions goes on after its answer, and ends by itself before this. */
export const maxDuration = 300;

/**
 * PUT /api/admin/matches/:id, an admin's session: corrects a result (`resultEntry`). 200
 * `matchAnswer`, with what became of the stats run; 400, 401, 403, 404, 409 with the match as it is
 * now when somebody else was first, 503.
 */
export const PUT = apiRoute('matches.change', async (request, { params }) => {
  const { admin, body } = await adminRequest(request, resultEntry);
  return editMatch({ ...body, matchId: await rowIdOf(params) }, admin);
});

export const { GET, POST, PATCH, DELETE } = otherMethods('PUT');
