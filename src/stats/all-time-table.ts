import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { everyRow } from './every-row.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { playerNaming } from './players.ts';

const allTimeRow = z
  .object({
    player_id: z.number().int(),
    name: z.string(),
    is_retired: z.boolean(),
    games_played: z.number().int(),
    wins: z.number().int(),
    draws: z.number().int(),
    losses: z.number().int(),
    goals: z.number().int(),
    win_percentage: z.number(),
    minutes_per_goal: z.number().nullable(),
    fantasy_points: z.number().int(),
    points_per_game: z.number(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    isRetired: row.is_retired,
    games: row.games_played,
    wins: row.wins,
    draws: row.draws,
    losses: row.losses,
    goals: row.goals,
    winPercentage: row.win_percentage,
    /** Null for who never scored. */
    minutesPerGoal: row.minutes_per_goal,
    points: row.fantasy_points,
    pointsPerGame: row.points_per_game,
  }));
export type AllTimePlayer = z.infer<typeof allTimeRow>;

/** The all-time table: everyone who ever played, ringers aside, in no order. Empty without a database. */
export async function allTimeTable(): Promise<AllTimePlayer[]> {
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
        .select(
          'player_id, name, is_retired, games_played, wins, draws, losses, goals, win_percentage, minutes_per_goal, fantasy_points, points_per_game',
        )
        .order('player_id')
        .range(from, to),
    ),
  ]);
  return z.array(allTimeRow).parse(rows).map(named);
}
