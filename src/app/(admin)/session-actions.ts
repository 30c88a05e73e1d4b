'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { log } from '@/server/log.ts';
import { crossSiteRefusal } from '@/server/same-origin.ts';
import { type SignInOutcome, signIn, signOut } from '@/server/sign-in.ts';

const credentials = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(1000),
});

export interface SignInState {
  /** What to tell the reader; null before the first try. */
  problem: string | null;
  /** What was typed, to be kept in the form. Never the password. */
  email: string;
}

/** Why somebody was not let in. */
function problemWith(outcome: Exclude<SignInOutcome, { is: 'signed-in' }>): string {
  switch (outcome.is) {
    case 'wrong-credentials':
      return 'Wrong e-mail or password.';
    case 'not-an-admin':
      return 'This account is not a club admin. Ask an admin for access.';
    case 'too-many-tries': {
      const minutes = Math.ceil(outcome.waitSeconds / 60);
      const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
      return `Too many attempts. Wait ${wait}, then try again.`;
    }
    case 'unavailable':
      return 'Sign-in is unavailable right now. Try again in a minute.';
  }
}

/** Signs in and goes to the control room; there is nowhere else to be sent to. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const typed = form.get('email');
  const email = typeof typed === 'string' ? typed : '';
  const problem = await foreignCause('session.sign_in_from_elsewhere');
  if (problem) return { problem, email };
  const given = credentials.safeParse(Object.fromEntries(form));
  if (!given.success) return { problem: 'Enter your e-mail address and your password.', email };

  const outcome = await signIn(given.data.email, given.data.password);
  if (outcome.is !== 'signed-in') return { problem: problemWith(outcome), email };
  redirect('/admin/info');
}

/** Signs out and goes to the sign-in. Whom another site would sign out stays signed in. */
export async function signOutAction(): Promise<void> {
  if (await foreignCause('session.sign_out_from_elsewhere')) return;
  await signOut();
  redirect('/sign-in');
}

/** What to tell whoever another site had send the form, which is logged; null when our own page did. */
async function foreignCause(event: string): Promise<string | null> {
  const refusal = crossSiteRefusal({ headers: await headers() });
  if (refusal) log.warn(event);
  return refusal?.message ?? null;
}
