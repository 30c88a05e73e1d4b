import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { playerNaming } from './players.ts';
import { rowsOf } from './rows-of.ts';

const runner = z
  .object({
    player_id: z.number().int(),
    name: z.string(),
    cumulative_data: z.array(z.object({ date: z.iso.date(), points: z.number().int() })).min(1),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    /** The total at the end of each day played, YYYY-MM-DD; first 0 on the period's first day. */
    totals: row.cumulative_data,
  }));
const raceRow = z.object({
  period_type: z.enum(['whole_season', 'current_half']),
  player_data: z.array(runner),
});

/** One of the leading five. */
export type Runner = z.infer<typeof runner>;

export interface SeasonRace {
  /** Most points first. Empty while nobody has any, and for years before the race was recorded. */
  season: Runner[];
  /** The half-season that was the current one when the race was last computed. */
  half: Runner[];
}

/** The race of a year: the running totals of its leading five. */
export async function seasonRace(year: number): Promise<SeasonRace> {
  'use cache: remote';
  cacheTag('season_race_data', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return { season: [], half: [] };

  const [named, answer] = await Promise.all([
    playerNaming(),
    client
      .from('aggregated_season_race_data')
      .select('period_type, player_data')
      .eq('season_year', year),
  ]);
  const rows = z.array(raceRow).parse(rowsOf(answer));
  const race = (period: 'whole_season' | 'current_half') =>
    (rows.find(({ period_type }) => period_type === period)?.player_data ?? [])
      .map(named)
      .toSorted((one, other) => totalOf(other) - totalOf(one));
  return { season: race('whole_season'), half: race('current_half') };
}

/** A runner's points at the end. */
export const totalOf = ({ totals }: Runner): number => totals.at(-1)?.points ?? 0;
