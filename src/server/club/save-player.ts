import 'server-only';
import { z } from 'zod';
import type { PlayerAnswer, PlayerFacts } from '@/club/player.ts';
import type { Admin } from '../admin-session.ts';
import { invalidateTags } from '../invalidate.ts';
import { serviceClient } from '../supabase.ts';
import { changed } from './changed.ts';
import { makeChangeWithStats } from './make-change.ts';
import { readPlayer } from './read-players.ts';

interface PlayerSave extends PlayerFacts {
  requestId: string;
  /** Both, or neither for a new player. */
  playerId?: number;
  version?: number;
}

const saved = z.object({ player_id: z.number(), version: z.number() });

/** Adds a player, or changes one at the version the admin saw. Their pages are fresh at once. */
export async function savePlayer(player: PlayerSave, admin: Admin): Promise<Response> {
  const { requestId, playerId } = player;
  const { data, stats } = await makeChangeWithStats({
    admin,
    requestId,
    thing: 'player',
    triggeredBy: 'admin',
    readCurrent: async () => (playerId === undefined ? null : readPlayer(playerId)),
    call: (payload) =>
      serviceClient().rpc('save_player', {
        p_player: {
          player_id: playerId,
          version: player.version,
          name: player.name,
          join_date: player.joinDate,
          is_ringer: player.isRinger,
          is_retired: player.isRetired,
        },
        p_request_id: requestId,
        p_changed_by: admin.email,
        p_payload: payload,
      }),
  });

  invalidateTags(['players']);
  const row = saved.parse(data);
  return changed<PlayerAnswer>({
    success: true,
    playerId: row.player_id,
    version: row.version,
    stats,
    requestId,
  });
}
