import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { everyRow } from './every-row.ts';
import { formGame } from './form.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';

const formRow = z
  .object({ player_id: z.number().int(), last_5_games: z.array(formGame) })
  .transform((row) => ({ playerId: row.player_id, games: row.last_5_games }));
/** Somebody's last five games, newest first. */
export type Form = z.infer<typeof formRow>;

/** Everyone's form, ringers left out. Empty without a database. */
export async function recentForm(): Promise<Form[]> {
  'use cache: remote';
  cacheTag('recent_performance');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const rows = await everyRow((from, to) =>
    client
      .from('aggregated_recent_performance')
      .select('player_id, last_5_games')
      .order('player_id')
      .range(from, to),
  );
  return z.array(formRow).parse(rows);
}
