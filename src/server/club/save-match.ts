import 'server-only';
import { z } from 'zod';
import type { MatchAnswer, Result, UndoAnswer } from '@/club/result.ts';
import type { Admin } from '../admin-session.ts';
import { invalidateTags } from '../invalidate.ts';
import { serviceClient } from '../supabase.ts';
import { changed } from './changed.ts';
import { makeChangeWithStats } from './make-change.ts';
import { readMatch } from './read-matches.ts';
import { readPlan } from './read-plans.ts';

interface Entry extends Result {
  requestId: string;
  version: number;
}

const savedMatch = z.object({ match_id: z.number() });
const undone = z.object({ plan_id: z.number() });

/** Turns a plan, at the version the admin saw, into this result. */
export async function completePlan(
  { planId, ...entry }: Entry & { planId: number },
  admin: Admin,
): Promise<Response> {
  const { requestId } = entry;
  const { data, stats } = await makeChangeWithStats({
    admin,
    requestId,
    thing: 'plan',
    triggeredBy: 'post-match',
    readCurrent: () => readPlan(planId),
    call: (payload) =>
      serviceClient().rpc('complete_planned_match', {
        p_plan_id: planId,
        p_version: entry.version,
        p_match: matchDocument(entry),
        p_request_id: requestId,
        p_changed_by: admin.email,
        p_payload: payload,
      }),
  });

  invalidateTags(['matches']);
  const { match_id: matchId } = savedMatch.parse(data);
  return changed<MatchAnswer>({ success: true, matchId, stats, requestId });
}

/** Corrects a result at the version the admin saw. */
export async function editMatch(
  { matchId, ...entry }: Entry & { matchId: number },
  admin: Admin,
): Promise<Response> {
  const { requestId, version } = entry;
  const { stats } = await makeChangeWithStats({
    admin,
    requestId,
    thing: 'match',
    triggeredBy: 'post-match',
    readCurrent: () => readMatch(matchId),
    call: (payload) =>
      serviceClient().rpc('edit_match', {
        p_match: { ...matchDocument(entry), match_id: matchId, version },
        p_request_id: requestId,
        p_changed_by: admin.email,
        p_payload: payload,
      }),
  });

  invalidateTags(['matches']);
  return changed<MatchAnswer>({ success: true, matchId, stats, requestId });
}

interface MatchRemoval {
  requestId: string;
  matchId: number;
  version: number;
}

/** Takes a result back: the match is a plan again. */
export async function undoMatch(removal: MatchRemoval, admin: Admin): Promise<Response> {
  const { requestId, matchId, version } = removal;
  const { data, stats } = await makeChangeWithStats({
    admin,
    requestId,
    thing: 'match',
    triggeredBy: 'post-match',
    readCurrent: () => readMatch(matchId),
    call: (payload) =>
      serviceClient().rpc('undo_match', {
        p_match_id: matchId,
        p_version: version,
        p_request_id: requestId,
        p_changed_by: admin.email,
        p_payload: payload,
      }),
  });

  invalidateTags(['matches']);
  const { plan_id: planId } = undone.parse(data);
  return changed<UndoAnswer>({ success: true, planId, stats, requestId });
}

/** A result as `save_match_result` takes it. */
function matchDocument({ matchDate, score, ownGoals, appearances }: Result) {
  return {
    match_date: matchDate,
    team_a_score: score.A,
    team_b_score: score.B,
    team_a_own_goals: ownGoals.A,
    team_b_own_goals: ownGoals.B,
    appearances: appearances.map(({ playerId, team, goals }) => ({
      player_id: playerId,
      team,
      goals,
    })),
  };
}
