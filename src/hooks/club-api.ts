import { z } from 'zod';
import { type PlanAnswer, planAnswer } from '@/club/plan.ts';
import { type PlayerAnswer, type PlayerFacts, playerAnswer } from '@/club/player.ts';
import {
  type MatchAnswer,
  matchAnswer,
  type Result,
  type UndoAnswer,
  undoAnswer,
} from '@/club/result.ts';
import { send } from './admin-api.ts';
import type { MatchSheet } from './match-sheet.ts';
import type { MatchSubject } from './match-state.ts';

/*
 * The changes that an admin makes. Each throws AdminApiError: see `troubleOf`.
 */

interface Edited {
  id: number;
  version: number;
}

/** Adds a player, or changes one. */
export function savePlayer(
  requestId: string,
  facts: PlayerFacts,
  edited?: Edited,
): Promise<PlayerAnswer> {
  return edited
    ? send(
        'PUT',
        `/api/admin/players/${edited.id}`,
        { requestId, version: edited.version, ...facts },
        playerAnswer,
      )
    : send('POST', '/api/admin/players', { requestId, ...facts }, playerAnswer);
}

/** Plans a match, or makes a plan as the sheet has it. */
export function savePlan(
  requestId: string,
  { matchDate, lineUp }: Pick<MatchSheet, 'matchDate' | 'lineUp'>,
  edited?: Edited,
): Promise<PlanAnswer> {
  const plan = { requestId, matchDate, players: lineUp };
  return edited
    ? send('PUT', `/api/admin/plans/${edited.id}`, { ...plan, version: edited.version }, planAnswer)
    : send('POST', '/api/admin/plans', plan, planAnswer);
}

/** Saves a result: completes the plan, or corrects the match. */
export function saveResult(
  requestId: string,
  result: Result,
  { kind, id, version }: MatchSubject,
): Promise<MatchAnswer> {
  const entry = { requestId, version, ...result };
  return kind === 'plan'
    ? send('POST', `/api/admin/plans/${id}/complete`, entry, matchAnswer)
    : send('PUT', `/api/admin/matches/${id}`, entry, matchAnswer);
}

/** Takes a result back: the match is a plan again. */
export function undoMatch(requestId: string, { id, version }: Edited): Promise<UndoAnswer> {
  return send('POST', `/api/admin/matches/${id}/undo`, { requestId, version }, undoAnswer);
}

const cancelled = z.object({ success: z.literal(true) });

/** Calls a planned match off. */
export async function cancelPlan(requestId: string, { id, version }: Edited): Promise<void> {
  await send('POST', `/api/admin/plans/${id}/cancel`, { requestId, version }, cancelled);
}
