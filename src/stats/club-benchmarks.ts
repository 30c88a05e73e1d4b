import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { STREAK_KINDS } from './player-profile-row.ts';
import { rowsOf } from './rows-of.ts';

const benchmarks = z
  .object({
    streaks: z.partialRecord(
      z.enum(STREAK_KINDS),
      z.object({ record: z.number().int().nullable(), average: z.number() }),
    ),
    points_per_game: z.record(z.string(), z.number()),
  })
  .transform((row) => ({
    /** The club record, null while nobody holds it, and the average of everybody's longest streak. */
    streaks: row.streaks,
    /** Average points per game of everyone who played in the year, by year. */
    pointsPerGame: row.points_per_game,
  }));
/** What a player's numbers are compared with: see sql/site/club_benchmarks.sql. */
export type Benchmarks = z.infer<typeof benchmarks>;

/** What every profile's numbers are compared with. Nothing without a database. */
export async function clubBenchmarks(): Promise<Benchmarks> {
  'use cache: remote';
  cacheTag('player_profile_stats', 'rules');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return { streaks: {}, pointsPerGame: {} };
  return benchmarks.parse(rowsOf(await client.rpc('club_benchmarks')));
}
