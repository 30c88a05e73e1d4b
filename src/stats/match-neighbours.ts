import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { rowsOf } from './rows-of.ts';

const matchRow = z
  .object({ match_id: z.number().int(), match_date: z.iso.date() })
  .transform((row) => ({ matchId: row.match_id, date: row.match_date }));

/** A match and its day, YYYY-MM-DD. */
export type DatedMatch = z.infer<typeof matchRow>;

export interface Neighbours {
  /** Null for the first match. */
  previous: DatedMatch | null;
  /** Null for the newest. */
  next: DatedMatch | null;
}

/** The matches just before and after one, in canonical order: by day, then by id. */
export async function matchNeighbours({ matchId, date }: DatedMatch): Promise<Neighbours> {
  'use cache: remote';
  cacheTag('matches');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return { previous: null, next: null };

  const nearest = async (side: 'lt' | 'gt') => {
    const ascending = side === 'gt';
    const answer = await client
      .from('matches')
      .select('match_id, match_date')
      .or(`match_date.${side}.${date},and(match_date.eq.${date},match_id.${side}.${matchId})`)
      .order('match_date', { ascending })
      .order('match_id', { ascending })
      .limit(1);
    return z.array(matchRow).parse(rowsOf(answer))[0] ?? null;
  };
  const [previous, next] = await Promise.all([nearest('lt'), nearest('gt')]);
  return { previous, next };
}
