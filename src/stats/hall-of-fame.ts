import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { playerNaming } from './players.ts';
import { rowsOf } from './rows-of.ts';

const fameRow = z
  .object({
    category: z.enum(['most_goals', 'best_win_percentage', 'most_fantasy_points']),
    player_id: z.number().int(),
    name: z.string(),
    value: z.number(),
  })
  .transform((row) => ({
    category: row.category,
    playerId: row.player_id,
    name: row.name,
    value: row.value,
  }));
/** One of the best of all time. */
export type Famous = z.infer<typeof fameRow>;

/** The best of all time by goals, fantasy points and percentage of matches won; best first. */
export interface HallOfFame {
  goals: Famous[];
  points: Famous[];
  winPercentage: Famous[];
}

/** The hall of fame. Empty without a database. */
export async function hallOfFame(): Promise<HallOfFame> {
  'use cache: remote';
  cacheTag('hall_of_fame', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return { goals: [], points: [], winPercentage: [] };

  const [named, answer] = await Promise.all([
    playerNaming(),
    client
      .from('aggregated_hall_of_fame')
      .select('category, player_id, name, value')
      .order('value', { ascending: false })
      .order('name')
      .order('player_id'),
  ]);
  const everyone = z.array(fameRow).parse(rowsOf(answer)).map(named);
  const best = (category: Famous['category']) =>
    everyone.filter((famous) => famous.category === category);
  return {
    goals: best('most_goals'),
    points: best('most_fantasy_points'),
    winPercentage: best('best_win_percentage'),
  };
}
