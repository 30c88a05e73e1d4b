import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { ALL_TIME_COLUMNS, type AllTimeRow, allTimeRow } from './all-time-row.ts';
import { everyRow } from './every-row.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { playerNaming } from './players.ts';

/** The all-time table: everyone who ever played, ringers aside, in no order. Empty without a database. */
export async function allTimeTable(): Promise<AllTimeRow[]> {
  'use cache: remote';
  cacheTag('all_time_stats', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const [named, rows] = await Promise.all([
    playerNaming(),
    everyRow((from, to) =>
      client
        .from('aggregated_all_time_stats')
        .select(ALL_TIME_COLUMNS)
        .order('player_id')
        .range(from, to),
    ),
  ]);
  return z.array(allTimeRow).parse(rows).map(named);
}
