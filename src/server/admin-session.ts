import 'server-only';
import type { User } from '@supabase/supabase-js';
import { forbidden, unauthorized, unavailable } from './api-error.ts';
import { isAdmin } from './is-admin.ts';
import { isUndecided } from './session-fetch.ts';
import { sessionClient } from './supabase.ts';

export interface Admin {
  id: string;
  email: string;
}

/**
 * The signed-in admin, or null. Asks Auth every time, so that somebody who is no longer an admin is
 * out at once and not when the token ends.
 */
export async function currentAdmin(): Promise<Admin | null> {
  const user = await currentUser();
  return user && asAdmin(user);
}

/** Guards an admin's API: throws 401 without a session and 403 for a user who is not an admin. */
export async function requireAdmin(): Promise<Admin> {
  const user = await currentUser();
  if (!user) throw unauthorized('Sign in as an admin first.');
  const admin = asAdmin(user);
  if (!admin) throw forbidden('This account is not a club admin.');
  return admin;
}

/** Throws 503 when Auth does not answer: whoever is signed in must not be told to sign in. */
async function currentUser(): Promise<User | null> {
  const client = await sessionClient();
  const { data, error } = await client.auth.getUser();
  if (isUndecided(error)) {
    throw unavailable("We couldn't verify your session. Try again in a minute.", error);
  }
  return data.user;
}

function asAdmin(user: User): Admin | null {
  return isAdmin(user) ? { id: user.id, email: user.email ?? '' } : null;
}
