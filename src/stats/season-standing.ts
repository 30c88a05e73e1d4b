import { z } from 'zod';

const whole = z.number().int();

/** The columns that the tables of a season and of a half-season share. */
export const STANDING_COLUMNS =
  'player_id, name, games_played, wins, draws, losses, goals, heavy_wins, heavy_losses, clean_sheets, win_percentage, fantasy_points, points_per_game';

/** What a player did in a period. */
export const standingRow = z
  .object({
    player_id: whole,
    name: z.string(),
    games_played: whole,
    wins: whole,
    draws: whole,
    losses: whole,
    goals: whole,
    heavy_wins: whole,
    heavy_losses: whole,
    clean_sheets: whole,
    win_percentage: z.number(),
    fantasy_points: whole,
    points_per_game: z.number(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    games: row.games_played,
    wins: row.wins,
    draws: row.draws,
    losses: row.losses,
    goals: row.goals,
    heavyWins: row.heavy_wins,
    heavyLosses: row.heavy_losses,
    cleanSheets: row.clean_sheets,
    winPercentage: row.win_percentage,
    points: row.fantasy_points,
    pointsPerGame: row.points_per_game,
  }));
export interface SeasonStanding extends z.infer<typeof standingRow> {
  /** Null without a goal in the period. */
  minutesPerGoal: number | null;
}
