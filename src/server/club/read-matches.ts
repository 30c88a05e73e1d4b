import 'server-only';
import { z } from 'zod';
import { team } from '@/club/plan.ts';
import type { ClubMatch } from '@/club/result.ts';
import { sessionClient } from '../supabase.ts';
import { rowsRead } from './rows-read.ts';

const matchRow = z
  .object({
    match_id: z.number(),
    version: z.number(),
    match_date: z.string(),
    team_a_score: z.number(),
    team_b_score: z.number(),
    team_a_own_goals: z.number(),
    team_b_own_goals: z.number(),
    player_matches: z.array(z.object({ player_id: z.number(), team, goals: z.number() })),
  })
  .transform(
    (row): ClubMatch => ({
      matchId: row.match_id,
      version: row.version,
      matchDate: row.match_date,
      score: { A: row.team_a_score, B: row.team_b_score },
      ownGoals: { A: row.team_a_own_goals, B: row.team_b_own_goals },
      appearances: row.player_matches.map((one) => ({
        playerId: one.player_id,
        team: one.team,
        goals: one.goals,
      })),
    }),
  );

const COLUMNS = `
  match_id, version, match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals,
  player_matches (player_id, team, goals)
` as const;

const PAGE_SIZE = 20;

export interface MatchPage {
  /** The latest first. */
  matches: ClubMatch[];
  hasOlder: boolean;
}

/** The results in pages of 20, the latest first; `page` counts from 1. */
export async function readMatchPage(page: number): Promise<MatchPage> {
  const client = await sessionClient();
  const first = (page - 1) * PAGE_SIZE;
  const answer = await client
    .from('matches')
    .select(COLUMNS)
    .order('match_date', { ascending: false })
    .order('match_id', { ascending: false })
    // Both ends included: one more than a page, to know whether there are older ones.
    .range(first, first + PAGE_SIZE);
  const matches = z.array(matchRow).parse(rowsRead(answer));
  return { matches: matches.slice(0, PAGE_SIZE), hasOlder: matches.length > PAGE_SIZE };
}

/** Who played the latest match; nobody before the first one. */
export async function readLastPool(): Promise<number[]> {
  const client = await sessionClient();
  const answer = await client
    .from('matches')
    .select(COLUMNS)
    .order('match_date', { ascending: false })
    .order('match_id', { ascending: false })
    .limit(1);
  const [row] = rowsRead(answer);
  return row ? matchRow.parse(row).appearances.map(({ playerId }) => playerId) : [];
}

/** One match; null when there is no such, or not any more. */
export async function readMatch(matchId: number): Promise<ClubMatch | null> {
  const client = await sessionClient();
  const answer = await client.from('matches').select(COLUMNS).eq('match_id', matchId);
  const [row] = rowsRead(answer);
  return row ? matchRow.parse(row) : null;
}
