import { z } from 'zod';

const whole = z.number().int();

export const ALL_TIME_COLUMNS =
  'player_id, name, is_retired, games_played, wins, draws, losses, goals, heavy_wins, heavy_losses, clean_sheets, win_percentage, minutes_per_goal, fantasy_points, points_per_game';

/** A row of `aggregated_all_time_stats`, as the pages name its columns. */
export const allTimeRow = z
  .object({
    player_id: whole,
    name: z.string(),
    is_retired: z.boolean(),
    games_played: whole,
    wins: whole,
    draws: whole,
    losses: whole,
    goals: whole,
    heavy_wins: whole,
    heavy_losses: whole,
    clean_sheets: whole,
    win_percentage: z.number(),
    minutes_per_goal: z.number().nullable(),
    fantasy_points: whole,
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
    heavyWins: row.heavy_wins,
    heavyLosses: row.heavy_losses,
    cleanSheets: row.clean_sheets,
    winPercentage: row.win_percentage,
    /** Null for a player without a goal. */
    minutesPerGoal: row.minutes_per_goal,
    points: row.fantasy_points,
    pointsPerGame: row.points_per_game,
  }));
export type AllTimeRow = z.infer<typeof allTimeRow>;
