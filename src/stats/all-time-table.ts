import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { playerNaming } from './players.ts';
import { rowsOf } from './rows-of.ts';

const DEFAULT_GAMES_REQUIRED = 50;

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

export interface AllTimeTable {
  /** Games a player needs for a place on the leaderboard. */
  gamesRequired: number;
  /** Everyone who ever played, ringers aside: most points first, then best average, then name. */
  players: AllTimePlayer[];
}

/** The all-time table, whole. Empty where there is no database. */
export async function allTimeTable(): Promise<AllTimeTable> {
  'use cache: remote';
  cacheTag('all_time_stats', 'players', 'rules');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return { gamesRequired: DEFAULT_GAMES_REQUIRED, players: [] };

  const [named, players, rules] = await Promise.all([
    playerNaming(),
    client
      .from('aggregated_all_time_stats')
      .select(
        'player_id, name, is_retired, games_played, wins, draws, losses, goals, win_percentage, minutes_per_goal, fantasy_points, points_per_game',
      )
      .order('fantasy_points', { ascending: false })
      .order('points_per_game', { ascending: false })
      .order('name')
      .order('player_id'),
    client.from('app_config').select('config_value').eq('config_key', 'games_required_for_hof'),
  ]);
  return {
    gamesRequired: gamesRequired(rowsOf(rules)[0]?.config_value),
    players: z.array(allTimeRow).parse(rowsOf(players)).map(named),
  };
}

/** As the stats functions read it: a rule that is absent or no whole number has its default. */
function gamesRequired(rule: string | undefined): number {
  return /^\s*-?\d+\s*$/.test(rule ?? '') ? Number(rule) : DEFAULT_GAMES_REQUIRED;
}
