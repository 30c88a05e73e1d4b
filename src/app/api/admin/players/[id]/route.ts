import { playerChange } from '@/club/player.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { savePlayer } from '@/server/club/save-player.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { rowIdOf } from '@/server/row-id.ts';

/** Seconds: a run on the edge functions goes on after its answer, and ends by itself before this. */
export const maxDuration = 300;

/**
 * PUT /api/admin/players/:id, an admin's session: changes a player (`playerChange`), and the numbers
 * follow. 200 `playerAnswer`; 400, 401, 403, 404, 409 with the player as it is now when somebody
 * else was first, 503.
 */
export const PUT = apiRoute('players.change', async (request, { params }) => {
  const { admin, body } = await adminRequest(request, playerChange);
  return savePlayer({ ...body, playerId: await rowIdOf(params) }, admin);
});

export const { GET, POST, PATCH, DELETE } = otherMethods('PUT');
