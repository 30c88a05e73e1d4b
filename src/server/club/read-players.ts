import 'server-only';
import { z } from 'zod';
import type { ClubPlayer } from '@/club/player.ts';
import { everyPage } from '../every-page.ts';
import { sessionClient } from '../supabase.ts';
import { rowsRead } from './rows-read.ts';

const playerRow = z
  .object({
    player_id: z.number(),
    version: z.number(),
    name: z.string(),
    join_date: z.string().nullable(),
    is_ringer: z.boolean(),
    is_retired: z.boolean(),
  })
  .transform(
    (row): ClubPlayer => ({
      playerId: row.player_id,
      version: row.version,
      name: row.name,
      joinDate: row.join_date,
      isRinger: row.is_ringer,
      isRetired: row.is_retired,
    }),
  );

const COLUMNS = 'player_id, version, name, join_date, is_ringer, is_retired';

/** Everyone who ever played, by name. */
export async function readPlayers(): Promise<ClubPlayer[]> {
  const client = await sessionClient();
  const rows = await everyPage(
    (from, to) =>
      client.from('players').select(COLUMNS).order('name').order('player_id').range(from, to),
    rowsRead,
  );
  return z.array(playerRow).parse(rows);
}

/** One player; null when there is no such. */
export async function readPlayer(playerId: number): Promise<ClubPlayer | null> {
  const client = await sessionClient();
  const answer = await client.from('players').select(COLUMNS).eq('player_id', playerId);
  const [row] = rowsRead(answer);
  return row ? playerRow.parse(row) : null;
}
