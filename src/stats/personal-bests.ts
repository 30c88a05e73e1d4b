import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { compareNames } from '@/club/compare-names.ts';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { playerNaming } from './players.ts';
import { rowsOf } from './rows-of.ts';

const best = z
  .object({
    metric_type: z.enum([
      'most_goals_in_game',
      'longest_win_streak',
      'longest_undefeated_streak',
      'longest_losing_streak',
      'longest_winless_streak',
      'attendance_streak',
      'longest_scoring_streak',
    ]),
    value: z.number().int(),
    previous_best_value: z.number().int(),
  })
  .transform((row) => ({
    kind: row.metric_type,
    value: row.value,
    /** The best before it; 0 when there was none. */
    previous: row.previous_best_value,
  }));
export type PersonalBest = z.infer<typeof best>;

const bestsRow = z.object({
  broken_pbs_data: z.record(
    z.string().regex(/^\d+$/),
    z.object({ name: z.string(), pbs: z.array(best) }),
  ),
});

/** A player and the personal bests they set in a match. */
export interface PlayerBests {
  playerId: number;
  name: string;
  bests: PersonalBest[];
}

/** The personal bests set in a match, by name. Empty if there are none, or no such match. */
export async function personalBests(matchId: number): Promise<PlayerBests[]> {
  'use cache: remote';
  cacheTag('personal_bests', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const [named, answer] = await Promise.all([
    playerNaming(),
    client.from('aggregated_personal_bests').select('broken_pbs_data').eq('match_id', matchId),
  ]);
  const [row] = z.array(bestsRow).parse(rowsOf(answer));
  return Object.entries(row?.broken_pbs_data ?? {})
    .map(([playerId, { name, pbs }]) => named({ playerId: Number(playerId), name, bests: pbs }))
    .toSorted((one, other) => compareNames(one.name, other.name));
}
