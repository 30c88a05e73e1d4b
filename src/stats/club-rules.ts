import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { rowsOf } from './rows-of.ts';

const whole = z.number().int();

/** Points are the total that a result is worth to everyone on the team, not bonuses. */
const rulesRow = z
  .object({
    fantasy_win_points: whole,
    fantasy_draw_points: whole,
    fantasy_loss_points: whole,
    fantasy_heavy_win_points: whole,
    fantasy_clean_sheet_win_points: whole,
    fantasy_heavy_clean_sheet_win_points: whole,
    fantasy_clean_sheet_draw_points: whole,
    fantasy_heavy_loss_points: whole,
    match_duration_minutes: z.number(),
    games_required_for_hof: whole,
    hall_of_fame_limit: whole,
    min_games_for_honours: whole,
    min_streak_length: whole,
    game_milestone_threshold: whole,
    goal_milestone_threshold: whole,
    win_streak_threshold: whole,
    loss_streak_threshold: whole,
    unbeaten_streak_threshold: whole,
    winless_streak_threshold: whole,
    goal_streak_threshold: whole,
    on_fire_grim_reaper_window_days: whole,
    on_fire_grim_reaper_min_games: whole,
    performance_half_life_days: z.number(),
    performance_qualification_threshold: z.number(),
    show_on_fire: z.boolean(),
    show_grim_reaper: z.boolean(),
  })
  .transform((row) => ({
    points: {
      win: row.fantasy_win_points,
      draw: row.fantasy_draw_points,
      loss: row.fantasy_loss_points,
      heavyWin: row.fantasy_heavy_win_points,
      cleanSheetWin: row.fantasy_clean_sheet_win_points,
      heavyCleanSheetWin: row.fantasy_heavy_clean_sheet_win_points,
      cleanSheetDraw: row.fantasy_clean_sheet_draw_points,
      heavyLoss: row.fantasy_heavy_loss_points,
    },
    matchMinutes: row.match_duration_minutes,
    /** Games for a place in the all-time table and among the best win rates. */
    leaderboardGames: row.games_required_for_hof,
    hallOfFamePlaces: row.hall_of_fame_limit,
    /** Games in a season for its honours. */
    honoursGames: row.min_games_for_honours,
    attendanceRecord: row.min_streak_length,
    gameMilestone: row.game_milestone_threshold,
    goalMilestone: row.goal_milestone_threshold,
    /** The length from which the match report mentions a current streak. */
    streaks: {
      win: row.win_streak_threshold,
      loss: row.loss_streak_threshold,
      unbeaten: row.unbeaten_streak_threshold,
      winless: row.winless_streak_threshold,
      goals: row.goal_streak_threshold,
    },
    form: {
      days: row.on_fire_grim_reaper_window_days,
      games: row.on_fire_grim_reaper_min_games,
      showsOnFire: row.show_on_fire,
      showsGrimReaper: row.show_grim_reaper,
    },
    rating: {
      halfLifeDays: row.performance_half_life_days,
      /** Games, recent ones weighing more, for a ranked rating. */
      games: row.performance_qualification_threshold,
    },
  }));
export type ClubRules = z.infer<typeof rulesRow>;

/** The club's rules as the stats apply them. Null without a database. */
export async function clubRules(): Promise<ClubRules | null> {
  'use cache: remote';
  cacheTag('rules');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return null;
  return rulesRow.parse(rowsOf(await client.rpc('club_rules')));
}
