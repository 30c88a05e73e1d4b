import { newPlayer } from '@/club/player.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { savePlayer } from '@/server/club/save-player.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';

/** Seconds: a run on the edge functions goes on after its answer, and ends by itself before this. */
export const maxDuration = 300;

/**
 * POST /api/admin/players, an admin's session: adds a player (`newPlayer`, src/club/player.ts), and
 * the numbers follow. 200 `playerAnswer`; 400, 401, 403, 503. The same requestId adds one player.
 */
export const POST = apiRoute('players.add', async (request) => {
  const { admin, body } = await adminRequest(request, newPlayer);
  return savePlayer(body, admin);
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
