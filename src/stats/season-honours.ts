import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { type Naming, playerNaming } from './players.ts';
import { rowsOf } from './rows-of.ts';

const winner = z
  .object({
    player_id: z.number().int(),
    name: z.string(),
    points: z.number().int().optional(),
    goals: z.number().int().optional(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    value: row.points ?? row.goals ?? 0,
  }));

const podium = z
  .object({
    winners: z.array(winner),
    runners_up: z.array(winner),
    third_place: z.array(winner),
  })
  .transform((row) => [row.winners, row.runners_up, row.third_place] as const);
/** First, second and third. Who is level shares a place, and the next one is empty. */
export type Podium = z.infer<typeof podium>;

const honoursRow = z
  .object({ year: z.number().int(), season_winners: podium, top_scorers: podium })
  .transform((row) => ({
    year: row.year,
    points: row.season_winners,
    goals: row.top_scorers,
  }));
export type SeasonHonours = z.infer<typeof honoursRow>;

/** The honours of every finished season, newest first. Empty without a database. */
export async function seasonHonours(): Promise<SeasonHonours[]> {
  'use cache: remote';
  cacheTag('honour_roll', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const [named, answer] = await Promise.all([
    playerNaming(),
    client
      .from('aggregated_season_honours')
      .select('year, season_winners, top_scorers')
      .order('year', { ascending: false }),
  ]);
  return z
    .array(honoursRow)
    .parse(rowsOf(answer))
    .map(({ year, points, goals }) => ({
      year,
      points: namedPodium(points, named),
      goals: namedPodium(goals, named),
    }));
}

const namedPodium = ([first, second, third]: Podium, named: Naming): Podium => [
  first.map(named),
  second.map(named),
  third.map(named),
];
