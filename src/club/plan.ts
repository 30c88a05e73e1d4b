import { z } from 'zod';

/** An id of Postgres: an `integer`. */
export const rowId = z.int().positive().max(2_147_483_647);

/** The version of a row, sent back with an edit. */
export const rowVersion = z.int().positive();

/** A day without a time, YYYY-MM-DD. */
export const day = z.iso.date('This is not a valid date.');

export const TEAMS = ['A', 'B'] as const;
export const team = z.enum(TEAMS);
export type Team = z.infer<typeof team>;

/** More than this is no longer a five-a-side; the search for even teams tries every way. */
export const LARGEST_POOL = 22;

const plannedPlayer = z.strictObject({
  playerId: rowId,
  /** Null for who is in the pool but in no team yet. */
  team: team.nullable(),
});
export type PlannedPlayer = z.infer<typeof plannedPlayer>;

const lineUp = z
  .array(plannedPlayer)
  .max(LARGEST_POOL, `A match can have at most ${LARGEST_POOL} players.`)
  .refine(
    (players) => new Set(players.map(({ playerId }) => playerId)).size === players.length,
    'A player is listed twice.',
  );

/** A match that is being arranged. */
export const plan = z.strictObject({
  planId: rowId,
  version: rowVersion,
  matchDate: day,
  players: z.array(plannedPlayer),
});
export type Plan = z.infer<typeof plan>;

/** Body of `POST /api/admin/plans`. */
export const newPlan = z.strictObject({ requestId: z.uuid(), matchDate: day, players: lineUp });

/** Body of `PUT /api/admin/plans/:id`: the plan becomes as given, if it is still at `version`. */
export const planChange = newPlan.extend({ version: rowVersion });

/** Body of `POST /api/admin/plans/:id/cancel`, and of `POST /api/admin/matches/:id/undo`. */
export const removal = z.strictObject({ requestId: z.uuid(), version: rowVersion });

/** Answer to a new plan and to a change of one. */
export const planAnswer = z.object({
  success: z.literal(true),
  planId: rowId,
  version: rowVersion,
  requestId: z.guid(),
});
export type PlanAnswer = z.infer<typeof planAnswer>;
