import { z } from 'zod';
import { day, rowId, rowVersion } from './plan.ts';
import { statsOutcome } from './stats-outcome.ts';

export const LONGEST_NAME = 60;

/** Something to see: not only what takes no room. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}]/u;

/** What breaks a line, or turns the direction of what stands beside it. */
const DISTURBING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** What is known of a player. */
const playerFacts = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'A player needs a name.')
    .max(LONGEST_NAME, `A name can have at most ${LONGEST_NAME} characters.`),
  /** Null when nobody remembers. */
  joinDate: day.nullable(),
  isRinger: z.boolean(),
  isRetired: z.boolean(),
});
export type PlayerFacts = z.infer<typeof playerFacts>;

/** A player as the admin's pages have them. */
export const clubPlayer = playerFacts.extend({ playerId: rowId, version: rowVersion });
export type ClubPlayer = z.infer<typeof clubPlayer>;

/**
 * What an admin enters about a player. A name that is in the database already may be anything, and is
 * shown as it is; saving that player asks for one that is a line of letters. The form says so at the
 * name: overwrite it there.
 */
export const enteredPlayer = playerFacts.extend({
  name: playerFacts.shape.name
    .regex(VISIBLE, 'A player needs a name.')
    .refine((name) => !DISTURBING.test(name), 'A name must be a single line of text.'),
});

/** Body of `POST /api/admin/players`. */
export const newPlayer = enteredPlayer.extend({ requestId: z.uuid() });

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
