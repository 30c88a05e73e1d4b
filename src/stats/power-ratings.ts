import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { everyRow } from './every-row.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';

const ratingRow = z
  .object({
    player_id: z.number().int(),
    power_rating: z.number(),
    power_rating_se: z.number().nullable(),
    goal_threat: z.number(),
    participation: z.number(),
    power_percentile: z.number(),
    goal_percentile: z.number(),
    participation_percentile: z.number(),
    is_qualified: z.boolean(),
    weighted_played: z.number(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    /** Expected fantasy points from a match. */
    power: row.power_rating,
    /** Its standard error, in points; null below two games. */
    standardError: row.power_rating_se,
    /** Expected goals from a match. */
    goalThreat: row.goal_threat,
    /** Share of the club's matches played since the first one, per cent. */
    participation: row.participation,
    /** Share of the other ranked regulars with a lower number, per cent; 50 for players without a rank. */
    percentiles: {
      power: row.power_percentile,
      goals: row.goal_percentile,
      participation: row.participation_percentile,
    },
    /** Whether the player has enough recent games to be ranked. */
    isQualified: row.is_qualified,
    /** Games played, recent ones counting most. */
    weightedGames: row.weighted_played,
  }));
export type PowerRating = z.infer<typeof ratingRow>;

/** The ratings of all active players, ringers included, by id. Empty without a database. */
export async function powerRatings(): Promise<PowerRating[]> {
  'use cache: remote';
  cacheTag('player_power_rating');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const rows = await everyRow((from, to) =>
    client
      .from('aggregated_performance_ratings')
      .select(
        'player_id, power_rating, power_rating_se, goal_threat, participation, power_percentile, goal_percentile, participation_percentile, is_qualified, weighted_played',
      )
      .order('player_id')
      .range(from, to),
  );
  return z.array(ratingRow).parse(rows);
}
