import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { rowsOf } from './rows-of.ts';

const dayRow = z.object({ match_date: z.iso.date() });

/** Every year from the newest match's to the first one's. None before the first match. */
export async function matchSeasons(): Promise<number[]> {
  'use cache: remote';
  cacheTag('matches');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const dayOf = async (ascending: boolean) => {
    const days = client.from('matches').select('match_date').order('match_date', { ascending });
    const [day] = z.array(dayRow).parse(rowsOf(await days.limit(1)));
    return day && Number(day.match_date.slice(0, 4));
  };
  const [first, newest] = await Promise.all([dayOf(true), dayOf(false)]);
  if (first === undefined || newest === undefined) return [];
  return Array.from({ length: newest - first + 1 }, (_, ago) => newest - ago);
}
