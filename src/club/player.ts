import { z } from 'zod';
import { day, rowId, rowVersion } from './plan.ts';
import { statsOutcome } from './stats-outcome.ts';

export const LONGEST_NAME = 60;

/** What an admin enters about a player. */
export const playerFacts = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'A player needs a name.')
    .max(LONGEST_NAME, `A name has ${LONGEST_NAME} letters at most.`),
  /** Null when nobody remembers. */
  joinDate: day.nullable(),
  isRinger: z.boolean(),
  isRetired: z.boolean(),
});
export type PlayerFacts = z.infer<typeof playerFacts>;

/** A player as the admin's pages have them. */
export const clubPlayer = playerFacts.extend({ playerId: rowId, version: rowVersion });
export type ClubPlayer = z.infer<typeof clubPlayer>;

/** Body of `POST /api/admin/players`. */
export const newPlayer = playerFacts.extend({ requestId: z.uuid() });

/** Body of `PUT /api/admin/players/:id`: refused unless the player is still at `version`. */
export const playerChange = newPlayer.extend({ version: rowVersion });

export const playerAnswer = z.object({
  success: z.literal(true),
  playerId: rowId,
  version: rowVersion,
  stats: statsOutcome,
  requestId: z.guid(),
});
export type PlayerAnswer = z.infer<typeof playerAnswer>;
