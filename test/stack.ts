import { readFileSync } from 'node:fs';
import { createServerClient } from '@supabase/ssr';
import postgres from 'postgres';
import { z } from 'zod';
import { enqueueAnswer } from '../src/jobs/job-view.ts';
import { sessionCookie } from '../src/server/session-cookie.ts';
import { stackFile } from '../tools/stack-file.ts';

/** A stack of the tests has a database of its own, and an admin. */
const ownStack = stackFile.extend({
  dbUrl: z.string(),
  adminEmail: z.string(),
  adminPassword: z.string(),
});
export type Stack = z.infer<typeof ownStack>;

/** Answer to a trigger that got a job; only with the database gone does it get none. */
export const jobAnswer = enqueueAnswer.extend({ jobId: z.guid() });

/** The running stack whose `stack.json` is at `path`: the one that the tests are for. */
export function runningStack(path = process.env.STACK_FILE): Stack {
  if (!path) {
    throw new Error(
      'No stack to test: use `npm test`, or set STACK_FILE to a running one’s stack.json',
    );
  }
  return ownStack.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The stack's database as its owner. The caller ends it. */
export const connect = ({ dbUrl }: Stack) => postgres(dbUrl, { max: 4, onnotice: () => {} });

/** The session cookie of a site at this address. */
export const cookieAt = (webUrl: string) =>
  sessionCookie(new Headers({ host: new URL(webUrl).host }));

/** Signs in as the site does and returns the `cookie` header a browser would send. */
export async function signIn(
  { apiUrl, webUrl, publishableKey }: Pick<Stack, 'apiUrl' | 'webUrl' | 'publishableKey'>,
  credentials: { email: string; password: string },
): Promise<string> {
  const jar = new Map<string, string>();
  const client = createServerClient(apiUrl, publishableKey, {
    cookieOptions: cookieAt(webUrl),
    cookies: {
      getAll: () => [...jar].map(([name, value]) => ({ name, value })),
      setAll: (changed) => {
        for (const { name, value } of changed) jar.set(name, value);
      },
    },
  });
  const { error } = await client.auth.signInWithPassword(credentials);
  if (error) throw error;
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** The headers with which a page of the site sends a change, in the session of a `cookie` header. */
export const fromPage = (webUrl: string, cookie: string) => ({
  cookie,
  origin: new URL(webUrl).origin,
  'content-type': 'application/json',
});

export const signInAdmin = (stack: Stack) =>
  signIn(stack, { email: stack.adminEmail, password: stack.adminPassword });

/**
 * Asks every `pauseMs` until the answer is one `accept` takes; fails after `ms`, saying the last
 * answer.
 */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  accept: (answer: Answer) => boolean,
  ms = 30_000,
  pauseMs = 20,
): Promise<Answer> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (accept(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(`not within ${ms} ms; the last answer was ${JSON.stringify(answer)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/**
 * Waits until the stack's worker, just suspended, has no claim open that could still get a job. The
 * end of a claim is seen by the sign of life that it gives, which must be old for that.
 */
export async function openClaimEnds(sql: postgres.Sql): Promise<void> {
  await sql`update public.worker_heartbeat set last_beat_at = now() - interval '1 hour'`;
  // A claim waits two seconds: that none has ended by then says that none was open.
  const none = Date.now() + 5000;
  await eventually(
    () => sql`
      select from public.worker_heartbeat where last_beat_at > now() - interval '1 minute'`,
    ({ count }) => count > 0 || Date.now() > none,
  );
}
