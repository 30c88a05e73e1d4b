import { z } from 'zod';

/** One of a player's last five games, as `aggregated_recent_performance` keeps it. */
export const formGame = z
  .object({
    // Not in rows that were written before the aggregate noted it.
    match_id: z.number().int().optional(),
    date: z.iso.date(),
    goals: z.number().int(),
    result: z.enum(['win', 'draw', 'loss']),
    score: z.string(),
    heavy_win: z.boolean(),
    heavy_loss: z.boolean(),
    clean_sheet: z.boolean(),
  })
  .transform((game) => ({
    matchId: game.match_id ?? null,
    date: game.date,
    goals: game.goals,
    result: game.result,
    /** The player's own team first: `5-3`. */
    score: game.score,
    /** Won or lost by four goals or more. */
    isHeavy: game.heavy_win || game.heavy_loss,
    isCleanSheet: game.clean_sheet,
  }));
export type FormGame = z.infer<typeof formGame>;
