import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { team } from '@/club/plan.ts';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { rowsOf } from './rows-of.ts';

const gameRow = z
  .object({
    match_id: z.number().int(),
    match_date: z.iso.date(),
    team_a_score: z.number().int(),
    team_b_score: z.number().int(),
    appearances: z.tuple([z.object({ team, goals: z.number().int() })]),
  })
  .transform((row) => ({
    matchId: row.match_id,
    /** YYYY-MM-DD */
    date: row.match_date,
    scoreA: row.team_a_score,
    scoreB: row.team_b_score,
    /** Whom the guest played for, and how often they scored. */
    ...row.appearances[0],
  }));
export type GuestGame = z.infer<typeof gameRow>;

/** The last five matches of a ringer, newest first, as recorded: no aggregate tells of guests. */
export async function guestGames(playerId: number): Promise<GuestGame[]> {
  'use cache: remote';
  cacheTag('matches');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const rows = rowsOf(
    await client
      .from('matches')
      .select(
        'match_id, match_date, team_a_score, team_b_score, appearances:player_matches!inner(team, goals)',
      )
      .eq('appearances.player_id', playerId)
      .order('match_date', { ascending: false })
      .order('match_id', { ascending: false })
      .limit(5),
  );
  return z.array(gameRow).parse(rows);
}
