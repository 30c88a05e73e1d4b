import 'server-only';
import { isAuthRetryableFetchError } from '@supabase/supabase-js';
import { log } from './log.ts';
import { sessionClient } from './supabase.ts';

export type SignInOutcome =
  | 'signed-in'
  | 'wrong-credentials'
  | 'not-an-admin'
  | 'too-many-tries'
  | 'unavailable';

/** Starts an admin's session in the answer's cookies. Whoever is not an admin gets none. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const client = await sessionClient();
  const { data, error } = await client.auth.signInWithPassword({ email, password });

  if (error) {
    if (error.status === 429) return 'too-many-tries';
    if (isAuthRetryableFetchError(error) || (error.status ?? 500) >= 500) {
      log.error({ err: error }, 'session.auth_unavailable');
      return 'unavailable';
    }
    return 'wrong-credentials';
  }
  if (data.user.app_metadata.role !== 'admin') {
    await client.auth.signOut({ scope: 'local' });
    return 'not-an-admin';
  }
  log.info({ userId: data.user.id }, 'session.started');
  return 'signed-in';
}

/** Ends the session of this browser; others of the same admin go on. */
export async function signOut(): Promise<void> {
  const client = await sessionClient();
  await client.auth.signOut({ scope: 'local' });
}
