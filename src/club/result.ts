import { z } from 'zod';
import { day, rowId, rowVersion, TEAMS, type Team, team } from './plan.ts';
import { scoreProblem, sideOf } from './score-rule.ts';
import { statsOutcome } from './stats-outcome.ts';

const count = z.int().nonnegative().max(99);

const appearance = z.strictObject({ playerId: rowId, team, goals: count });

/** A match as it ended. Own goals are the team's that they count for, and part of its score. */
const resultFacts = z.strictObject({
  matchDate: day,
  score: z.strictObject({ A: count, B: count }),
  ownGoals: z.strictObject({ A: count, B: count }),
  appearances: z.array(appearance).max(60),
});
export type Result = z.infer<typeof resultFacts>;

/** A stored match as the admin's pages have it. */
export const clubMatch = resultFacts.extend({ matchId: rowId, version: rowVersion });
export type ClubMatch = z.infer<typeof clubMatch>;

/** Whatever says it is a result must add up, and somebody must have played on either side. */
function addsUp(result: Result, context: z.RefinementCtx): void {
  for (const side of TEAMS) {
    const problem = problemOf(side, result);
    if (problem) context.addIssue({ code: 'custom', path: ['score', side], message: problem });
  }
  if (
    new Set(result.appearances.map(({ playerId }) => playerId)).size < result.appearances.length
  ) {
    context.addIssue({
      code: 'custom',
      path: ['appearances'],
      message: 'A player is listed twice.',
    });
  }
}

const problemOf = (side: Team, result: Result) => scoreProblem(sideOf(side, result));

/**
 * Body of `POST /api/admin/plans/:id/complete` and of `PUT /api/admin/matches/:id`. `version` is that
 * of the plan or of the match: refused unless it is still the one.
 */
export const resultEntry = resultFacts
  .extend({ requestId: z.uuid(), version: rowVersion })
  .superRefine(addsUp);

/** Answer to a completed plan and to an edited match. */
export const matchAnswer = z.object({
  success: z.literal(true),
  matchId: rowId,
  stats: statsOutcome,
  requestId: z.guid(),
});
export type MatchAnswer = z.infer<typeof matchAnswer>;

/** Answer to a result taken back: the plan it is now. */
export const undoAnswer = z.object({
  success: z.literal(true),
  planId: rowId,
  stats: statsOutcome,
  requestId: z.guid(),
});
export type UndoAnswer = z.infer<typeof undoAnswer>;
