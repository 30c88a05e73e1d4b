'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
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

const PROBLEMS: Record<Exclude<SignInOutcome, 'signed-in'>, string> = {
  'wrong-credentials': 'That e-mail and password do not go together. Check both and try again.',
  'not-an-admin': 'This account is not an admin of the club. Ask an admin to make it one.',
  'too-many-tries': 'Too many tries in a short time. Wait a minute, then try again.',
  unavailable: 'Signing in does not work right now. Try again in a minute.',
};

/** Signs in and goes to the control room; there is nowhere else to be sent to. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const given = credentials.safeParse(Object.fromEntries(form));
  const typed = form.get('email');
  const email = typeof typed === 'string' ? typed : '';
  if (!given.success) return { problem: 'Enter your e-mail address and your password.', email };

  const outcome = await signIn(given.data.email, given.data.password);
  if (outcome !== 'signed-in') return { problem: PROBLEMS[outcome], email };
  redirect('/admin/info');
}

export async function signOutAction(): Promise<void> {
  await signOut();
  redirect('/sign-in');
}
