import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { compareNames } from '@/club/compare-names.ts';
import { type Team, team } from '@/club/plan.ts';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { type Naming, playerNaming } from './players.ts';
import { rowsOf } from './rows-of.ts';

const matchRow = z.object({
  match_id: z.number().int(),
  match_date: z.iso.date(),
  team_a_score: z.number().int(),
  team_b_score: z.number().int(),
  team_a_own_goals: z.number().int(),
  team_b_own_goals: z.number().int(),
  player_matches: z.array(
    z.object({
      team,
      goals: z.number().int(),
      players: z.object({ player_id: z.number().int(), name: z.string(), is_ringer: z.boolean() }),
    }),
  ),
});

/** Somebody who played in a match. */
export interface LinedUp {
  playerId: number;
  /** From `playerNaming`. */
  name: string;
  isRinger: boolean;
  goals: number;
}

/** One side of a match. The score is the players' goals and the own goals in its favour. */
export interface TeamSheet {
  score: number;
  ownGoals: number;
  /** By name. */
  players: LinedUp[];
}

export interface RecordedMatch {
  matchId: number;
  /** YYYY-MM-DD. */
  date: string;
  teamA: TeamSheet;
  teamB: TeamSheet;
}

/** A match as it was entered: the score and who played. Null when there is no such match. */
export async function recordedMatch(matchId: number): Promise<RecordedMatch | null> {
  'use cache: remote';
  cacheTag('matches', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return null;

  const [named, answer] = await Promise.all([
    playerNaming(),
    client
      .from('matches')
      .select(
        'match_id, match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals, player_matches(team, goals, players(player_id, name, is_ringer))',
      )
      .eq('match_id', matchId),
  ]);
  const [row] = z.array(matchRow).parse(rowsOf(answer));
  if (!row) return null;

  return {
    matchId: row.match_id,
    date: row.match_date,
    teamA: {
      score: row.team_a_score,
      ownGoals: row.team_a_own_goals,
      players: playersOf(row, 'A', named),
    },
    teamB: {
      score: row.team_b_score,
      ownGoals: row.team_b_own_goals,
      players: playersOf(row, 'B', named),
    },
  };
}

function playersOf(match: z.infer<typeof matchRow>, team: Team, named: Naming): LinedUp[] {
  return match.player_matches
    .filter((played) => played.team === team)
    .map(({ goals, players: player }) =>
      named({
        playerId: player.player_id,
        name: player.name,
        isRinger: player.is_ringer,
        goals,
      }),
    )
    .toSorted((one, other) => compareNames(one.name, other.name));
}
