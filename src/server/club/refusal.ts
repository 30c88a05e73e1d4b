import type { PostgrestError } from '@supabase/supabase-js';
import { z } from 'zod';
import { ApiError, notFound, unavailable } from '../api-error.ts';

/** The change that came between, as `refuse_stale_change` tells it. */
const changeBetween = z.object({
  action: z.enum(['added', 'changed', 'completed', 'cancelled', 'undone']),
  changed_by: z.string(),
  changed_at: z.iso.datetime({ offset: true }),
});
type ChangeBetween = z.infer<typeof changeBetween>;

/** What the admin tried to change. */
export type Thing = 'player' | 'plan' | 'match' | 'settings';

const THIS: Record<Thing, string> = {
  player: 'this player',
  plan: 'this plan',
  match: 'this match',
  settings: 'the settings',
};

/** Raised by the database for the admin to mend: anything else is a fault of ours. */
const IS_REFUSAL = /^(PT409|P0002|22|23)/;

/** Whether the database said no to what it was asked, as opposed to being unable to do it. */
export const isRefusal = ({ code }: Pick<PostgrestError, 'code'>) => IS_REFUSAL.test(code);

/**
 * A failed change as the error its route answers: 409 with who was first and the thing as it is now,
 * 404, 400, or 503 when the database did not answer.
 */
export async function refusalOf(
  error: PostgrestError,
  thing: Thing,
  readCurrent: () => Promise<unknown>,
  now = Date.now(),
): Promise<ApiError> {
  if (error.code === 'PT409') {
    const message = conflictWords(thing, readBetween(error.details), now);
    const options = { cause: error, current: await readCurrent() };
    return new ApiError(409, 'changed_meanwhile', message, undefined, options);
  }
  if (error.code === 'P0002') return notFound(`There is no such ${thing}. Reload the page.`);
  if (isRefusal(error)) {
    return new ApiError(400, 'refused', refusalWords(error), undefined, { cause: error });
  }
  return unavailable(
    'Nothing was saved: the database did not answer. Try again in a minute.',
    error,
  );
}

/** Our own functions say in words what is wrong; a broken constraint names columns and rows. */
function refusalWords({ code, message, details }: PostgrestError): string {
  return code === '23514' && !details
    ? `This can't be saved: ${message}.`
    : "This can't be saved as it is. Open the page in another tab and compare.";
}

/** Null when it was changed outside of the admin's pages: nobody noted who did it. */
function readBetween(details: string | null): ChangeBetween | null {
  if (!details) return null;
  return changeBetween.parse(JSON.parse(details));
}

const DONE: Record<ChangeBetween['action'], (thing: Thing) => string> = {
  added: (thing) => `added ${THIS[thing]}`,
  changed: (thing) => `changed ${THIS[thing]}`,
  completed: () => 'completed this match',
  cancelled: () => 'called this match off',
  undone: () => 'undid this result',
};

/** `kim@club.example changed this plan 2 minutes ago.` */
export function conflictWords(thing: Thing, between: ChangeBetween | null, now: number): string {
  return between
    ? `${between.changed_by} ${DONE[between.action](thing)} ${timeAgo(Date.parse(between.changed_at), now)}.`
    : `Someone changed ${THIS[thing]} outside the admin pages.`;
}

function timeAgo(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes === 1) return 'a minute ago';
  return minutes < 60 ? `${minutes} minutes ago` : 'more than an hour ago';
}
