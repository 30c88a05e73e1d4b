import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { type MatchReportRow, matchReportRow } from './match-report-row.ts';
import { rowsOf } from './rows-of.ts';

export interface MatchReport extends Omit<MatchReportRow, 'onFirePlayerId' | 'grimReaperPlayerId'> {
  /** Names; null when nobody played often enough of late. */
  onFire: string | null;
  grimReaper: string | null;
}

const player = z.object({ player_id: z.number().int(), name: z.string() });

/** The report of the latest match. Null before the first one, or where there is no database. */
export async function latestMatchReport(): Promise<MatchReport | null> {
  'use cache: remote';
  cacheTag('match_report', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return null;

  const reports = rowsOf(await client.from('aggregated_match_report').select());
  const [row] = z.array(matchReportRow).parse(reports);
  if (!row) return null;

  const { onFirePlayerId, grimReaperPlayerId, ...report } = row;
  const named = [onFirePlayerId, grimReaperPlayerId].filter((id) => id !== null);
  const players = z
    .array(player)
    .parse(rowsOf(await client.from('players').select('player_id, name').in('player_id', named)));
  const nameOf = (id: number | null) =>
    players.find(({ player_id }) => player_id === id)?.name ?? null;

  return { ...report, onFire: nameOf(onFirePlayerId), grimReaper: nameOf(grimReaperPlayerId) };
}
