import { z } from 'zod';
import { apiKeyHeaders } from '../../src/jobs/api-key.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { type Ask, emptyPost } from './ask.ts';
import { type Check, type Finding, notChecked, ok, problem } from './check.ts';

/** The Supabase project's HTTP API. */
export interface Supabase {
  readonly ask: Ask;
  readonly publishableKey: string | undefined;
  readonly secretKey: string | undefined;
}

export const SUPABASE_CHECKS: readonly [Check<Supabase>, ...Check<Supabase>[]] = [
  { name: 'answers', look: answers },
  { name: 'publishable key', look: readsPublicStats },
  { name: 'jobs are closed', look: jobsAreClosed },
  { name: 'sign-up is off', look: signUpIsOff },
  { name: 'secret key', look: callsFunctions },
  { name: 'edge functions', look: edgeFunctionsAreThere },
];

const PUBLIC_ROWS = '/rest/v1/aggregated_all_time_stats?select=player_id&limit=1';
const JOB_ROWS = '/rest/v1/background_job_status?select=id&limit=1';

async function answers({ ask }: Supabase): Promise<Finding> {
  const answer = await ask('/rest/v1/').catch((error: Error) => error);
  if (answer instanceof Error) {
    return problem(answer.message, 'Is SUPABASE_URL right, and the project not paused?');
  }
  return answer.status < 500
    ? ok('yes')
    : problem(`It answered ${answer.status}.`, 'See the project’s status in Supabase’s dashboard.');
}

async function readsPublicStats({ ask, publishableKey }: Supabase): Promise<Finding> {
  if (!publishableKey) return notChecked('set SUPABASE_PUBLISHABLE_KEY');
  const { status, json } = await ask(PUBLIC_ROWS, { headers: apiKeyHeaders(publishableKey) });
  if (status === 200) return ok('reads public stats');
  const said = messageOf(json);
  return problem(
    `With it public stats are answered ${status}${said}.`,
    'Take SUPABASE_PUBLISHABLE_KEY from the project’s API keys; if it is that one, npm run db:apply.',
  );
}

async function jobsAreClosed({ ask, publishableKey }: Supabase): Promise<Finding> {
  if (!publishableKey) return notChecked('set SUPABASE_PUBLISHABLE_KEY');
  const { status } = await ask(JOB_ROWS, { headers: apiKeyHeaders(publishableKey) });
  if (status === 401 || status === 403) return ok('not for the publishable key');
  return problem(
    `With the publishable key background_job_status is answered ${status}.`,
    'Is it a secret key that was set as the publishable one? If not: npm run db:apply.',
  );
}

const authSettings = z.object({ disable_signup: z.boolean() });

/** Whether strangers can make themselves users of the project. */
export async function signUpIsOff({ ask, publishableKey }: Supabase): Promise<Finding> {
  if (!publishableKey) return notChecked('set SUPABASE_PUBLISHABLE_KEY');
  const { status, json } = await ask('/auth/v1/settings', {
    headers: apiKeyHeaders(publishableKey),
  });
  const settings = authSettings.safeParse(json);
  if (!settings.success) return notChecked(`Auth answered ${status} when asked for its settings`);
  if (settings.data.disable_signup) return ok('yes');
  return problem(
    'Anybody can sign up as a user of the project.',
    'Switch Allow new users to sign up off, under Authentication → Sign In / Providers.',
  );
}

async function callsFunctions({ ask, secretKey }: Supabase): Promise<Finding> {
  if (!secretKey) return notChecked('set SUPABASE_SERVICE_ROLE_KEY');
  const post = emptyPost(apiKeyHeaders(secretKey));
  const { status, json } = await ask('/rest/v1/rpc/stats_queue_overview', post);
  if (status === 200) return ok('calls the queue’s functions');
  return problem(
    `With it stats_queue_overview is answered ${status}${messageOf(json)}.`,
    status === 404
      ? 'Apply the schema: npm run db:apply.'
      : 'Take SUPABASE_SERVICE_ROLE_KEY from the project’s API keys: a secret key, or the legacy service_role.',
  );
}

/**
 * Whether all ten are deployed, let nobody in without a key, and are reached with the site's. Runs
 * none: without a key a function says 401, and to a GET 405.
 */
export async function edgeFunctionsAreThere({ ask, secretKey }: Supabase): Promise<Finding> {
  const asked = await askEach(ask, emptyPost());
  const open = asked.filter(({ status }) => status < 400);
  if (open.length > 0) {
    return problem(
      `Anybody may call ${names(open)}.`,
      'Deploy those of this version: supabase functions deploy.',
    );
  }
  const missing = asked.filter(({ status }) => status === 404);
  if (missing.length > 0) {
    return problem(
      `Not deployed: ${names(missing)}. Without them nothing steps in when the queue cannot be reached.`,
      'Deploy them: supabase functions deploy.',
    );
  }
  const odd = asked.filter(({ status }) => status !== 401);
  if (odd.length > 0) {
    return problem(
      `Without a key ${names(odd)} answered ${odd[0]?.status}, not 401.`,
      'Look into their logs on Supabase, and deploy those of this version: supabase functions deploy.',
    );
  }
  if (!secretKey) {
    return ok('closed; whether the site reaches them is seen with SUPABASE_SERVICE_ROLE_KEY');
  }
  // The gateway says 401 as well, to whatever it takes for no token: only they know a GET for wrong.
  const reached = await askEach(ask, { method: 'GET', headers: apiKeyHeaders(secretKey) });
  const unreached = reached.filter(({ status }) => status !== 405);
  if (unreached.length === 0) return ok(`${asked.length} deployed, and closed`);
  return problem(
    `With SUPABASE_SERVICE_ROLE_KEY a GET of ${names(unreached)} is answered ${unreached[0]?.status}, not 405: the site’s calls do not reach them.`,
    'Deploy them with this repository’s supabase/config.toml, which has verify_jwt = false for each; if they are, see that the key is the project’s.',
  );
}

const askEach = (ask: Ask, init: RequestInit) =>
  Promise.all(
    STATS_FUNCTIONS.map(async ({ edgeFunction }) => ({
      edgeFunction,
      ...(await ask(`/functions/v1/${edgeFunction}`, init)),
    })),
  );

const names = (some: readonly { readonly edgeFunction: string }[]) =>
  some.length === STATS_FUNCTIONS.length
    ? 'all ten'
    : some.map(({ edgeFunction }) => edgeFunction).join(', ');

const refusal = z.object({ message: z.string() });

function messageOf(json: unknown): string {
  const said = refusal.safeParse(json);
  return said.success ? ` (${said.data.message})` : '';
}
