import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { compareNames } from '@/club/compare-names.ts';
import { team } from '@/club/plan.ts';
import { publicClient } from '@/server/supabase.ts';
import { everyRow } from './every-row.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { type Naming, playerNaming } from './players.ts';

const matchRow = z.object({
  match_id: z.number().int(),
  match_date: z.iso.date(),
  team_a_score: z.number().int(),
  team_b_score: z.number().int(),
  team_a_own_goals: z.number().int(),
  team_b_own_goals: z.number().int(),
  scorers: z.array(
    z.object({
      team,
      goals: z.number().int(),
      player: z.object({ player_id: z.number().int(), name: z.string() }),
    }),
  ),
});
type MatchRow = z.infer<typeof matchRow>;

export interface SeasonMatch {
  matchId: number;
  /** YYYY-MM-DD */
  date: string;
  teamA: SeasonSide;
  teamB: SeasonSide;
}

export interface SeasonSide {
  score: number;
  /** Of the score, own goals by the other team. */
  ownGoals: number;
  /** Most goals first, then by name. */
  scorers: { playerId: number; name: string; goals: number }[];
}

/** The matches of a calendar year, newest first, with who scored. */
export async function seasonMatches(year: number): Promise<SeasonMatch[]> {
  'use cache: remote';
  cacheTag('matches', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const [named, rows] = await Promise.all([
    playerNaming(),
    everyRow((from, to) =>
      client
        .from('matches')
        .select(
          'match_id, match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals, scorers:player_matches(team, goals, player:players!inner(player_id, name))',
        )
        .gt('scorers.goals', 0)
        .gte('match_date', `${year}-01-01`)
        .lte('match_date', `${year}-12-31`)
        .order('match_date', { ascending: false })
        .order('match_id', { ascending: false })
        .range(from, to),
    ),
  ]);
  return z
    .array(matchRow)
    .parse(rows)
    .map((row) => ({
      matchId: row.match_id,
      date: row.match_date,
      teamA: {
        score: row.team_a_score,
        ownGoals: row.team_a_own_goals,
        scorers: scorersOf(row, 'A', named),
      },
      teamB: {
        score: row.team_b_score,
        ownGoals: row.team_b_own_goals,
        scorers: scorersOf(row, 'B', named),
      },
    }));
}

function scorersOf({ scorers }: MatchRow, team: 'A' | 'B', named: Naming) {
  return scorers
    .filter((scorer) => scorer.team === team)
    .map(({ player, goals }) => named({ playerId: player.player_id, name: player.name, goals }))
    .toSorted((one, other) => other.goals - one.goals || compareNames(one.name, other.name));
}
