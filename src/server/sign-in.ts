import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { headers } from 'next/headers';
import { callerAddress } from './caller-address.ts';
import { isAdmin } from './is-admin.ts';
import { log } from './log.ts';
import { requestIdOf } from './request-id.ts';
import { isUndecided } from './session-fetch.ts';
import { type CountedTry, countSignIn } from './sign-in-limits.ts';
import { sessionClient } from './supabase.ts';

export type SignInOutcome =
  | { is: 'signed-in' }
  | { is: 'wrong-credentials' }
  | { is: 'not-an-admin' }
  /** The password was not looked at. */
  | { is: 'too-many-tries'; waitSeconds: number }
  | { is: 'unavailable' };

/**
 * How long it takes to be told that a sign-in was wrong, in milliseconds: longer than Auth takes to
 * check a password, so that an account that exists is not told from one that doesn't.
 */
const WRONG_TAKES_MS = 500;

/** Auth's own limit does not say how long it lasts. */
const AUTH_LIMIT_SECONDS = 60;

/**
 * Starts an admin's session in the answer's cookies. Whoever is not an admin gets none. Passwords are
 * tried as often as the limits allow; past them, a right one is refused like any other.
 */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answeredNotBefore = sleep(WRONG_TAKES_MS);
  const sent = await headers();
  const requestId = requestIdOf(sent);
  const counted = await countSignIn(email, callerAddress(sent)).catch((err: unknown) => {
    log.error({ requestId, err }, 'session.limits_unavailable');
    return null;
  });
  if (!counted) return { is: 'unavailable' };
  const { waitSeconds, hashes } = counted;
  const who = log.child({ requestId, ...hashes });
  if (waitSeconds > 0) {
    who.warn({ waitSeconds }, 'session.too_many_tries');
    return { is: 'too-many-tries', waitSeconds };
  }

  const outcome = await tryPassword(email, password, counted, who);
  if (outcome.is === 'wrong-credentials') await answeredNotBefore;
  return outcome;
}

async function tryPassword(
  email: string,
  password: string,
  { settle }: CountedTry,
  who: typeof log,
): Promise<SignInOutcome> {
  const { auth } = await sessionClient();
  const { data, error } = await auth.signInWithPassword({ email, password });
  if (error?.status === 429) {
    who.warn('session.auth_limit');
    await settle(false);
    return { is: 'too-many-tries', waitSeconds: AUTH_LIMIT_SECONDS };
  }
  if (error && (isUndecided(error) || (error.status ?? 500) >= 500)) {
    who.error({ err: error }, 'session.auth_unavailable');
    await settle(false);
    return { is: 'unavailable' };
  }
  if (error) {
    who.warn('session.wrong_credentials');
    return { is: 'wrong-credentials' };
  }

  await settle(true);
  if (!isAdmin(data.user)) {
    who.warn('session.not_an_admin');
    await auth.signOut({ scope: 'local' });
    return { is: 'not-an-admin' };
  }
  who.info({ userId: data.user.id }, 'session.started');
  return { is: 'signed-in' };
}

/** Ends the session of this browser; others of the same admin go on. */
export async function signOut(): Promise<void> {
  const { auth } = await sessionClient();
  await auth.signOut({ scope: 'local' });
}
