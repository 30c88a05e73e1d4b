import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../local/ports.ts';
import { runTool } from '../run-tool.ts';
import { connect, runningStack } from '../stack.ts';
import { runJob } from './run-job.ts';

const stack = runningStack();
const sql = connect(stack);
// Whatever other tests have left: the last job succeeded, and the site knows.
beforeAll(() => runJob(sql));
afterAll(() => sql.end());

/** The stack as if it were deployed somewhere: everything by its variable. */
const DEPLOYMENT = {
  SITE_URL: stack.webUrl,
  WORKER_URL: stack.workerUrl,
  SUPABASE_URL: stack.apiUrl,
  SUPABASE_PUBLISHABLE_KEY: stack.publishableKey,
  SUPABASE_SERVICE_ROLE_KEY: stack.secretKey,
  INTERNAL_API_KEY: stack.internalApiKey,
  CRON_SECRET: stack.cronSecret,
  DATABASE_URL: stack.dbUrl,
};

const SECRETS = [
  stack.publishableKey,
  stack.secretKey,
  stack.internalApiKey,
  stack.cronSecret,
  stack.adminPassword,
  new URL(stack.dbUrl).password,
];

/** What it found to be wrong, by name. */
const problemsIn = (output: string) =>
  [...output.matchAll(/^ {2}problem +(.*?) {2}/gm)].map(([, name]) => name);

test('the stack that runs here is well, and no secret is shown', async () => {
  const { code, output } = await runTool('doctor.ts', {
    LOCAL_DIR: dirname(process.env.STACK_FILE ?? ''),
  });

  expect(problemsIn(output), output).toEqual([]);
  expect(output).toMatch(/^Examining what the running stack \(.*stack\.json\) names\.\n/);
  expect(output).toMatch(/\nNo problem\.\n$/);
  expect(code).toBe(0);
  for (const secret of SECRETS) expect(output).not.toContain(secret);
});

test('looking starts no run and drops no page', async () => {
  const served = async () =>
    (await fetch(new URL('/', stack.webUrl))).headers.get('x-nextjs-cache');
  const triggers = () => sql`select count(*) from public.job_trigger`;
  const before = await triggers();
  const servedAfterLooking = async () => {
    await served();
    await runTool('doctor.ts', DEPLOYMENT);
    return served();
  };

  // More than once: a run that ended just now has the site drop its pages again, seconds later.
  await expect.poll(servedAfterLooking, { timeout: 30_000 }).toBe('HIT');

  expect(await triggers()).toEqual(before);
});

const WRONG: readonly (readonly [string, Readonly<Record<string, string>>, string, RegExp])[] = [
  [
    'another internal key than the site’s',
    { INTERNAL_API_KEY: 'f'.repeat(64) },
    'internal key',
    /refuses this INTERNAL_API_KEY\.\n +→ Give the site and the worker the same/,
  ],
  [
    'another cron secret than the site’s',
    { CRON_SECRET: 'f'.repeat(64) },
    'cron secret',
    /refuses this CRON_SECRET\.\n +→ Set CRON_SECRET/,
  ],
  [
    'the publishable key where the secret one belongs',
    { SUPABASE_SERVICE_ROLE_KEY: stack.publishableKey },
    'secret key',
    /stats_queue_overview is answered 40[13].*\n +→ Take SUPABASE_SERVICE_ROLE_KEY/,
  ],
  [
    'the secret key where the publishable one belongs',
    { SUPABASE_PUBLISHABLE_KEY: stack.secretKey },
    'jobs are closed',
    /background_job_status is answered 200\.\n +→ Is it a secret key/,
  ],
  [
    'a site address that is another server’s',
    { SITE_URL: stack.apiUrl },
    'answers',
    /api\/health answered 404, which is not this site’s answer\./,
  ],
  [
    'a database address that is none',
    { DATABASE_URL: 'postgres://postgres:x@127.0.0.1:1/postgres' },
    'answers',
    /Nothing answers at 127\.0\.0\.1:1/,
  ],
];

test.for(WRONG)('%s is named, with what to do', async ([, change, name, said]) => {
  const { code, output } = await runTool('doctor.ts', { ...DEPLOYMENT, ...change });

  expect(problemsIn(output), output).toEqual([name]);
  expect(output).toMatch(said);
  expect(code).toBe(1);
});

test.for(['WORKER_URL', 'SITE_URL', 'SUPABASE_URL'])(
  'nobody at %s is one problem, and the rest is examined',
  async (variable) => {
    const { code, output } = await runTool('doctor.ts', {
      ...DEPLOYMENT,
      [variable]: `http://127.0.0.1:${await freePort()}`,
    });

    expect(problemsIn(output), output).toEqual(['answers']);
    expect(output).toMatch(/127\.0\.0\.1:\d+ does not answer: .*ECONNREFUSED.*\n +→ Is /);
    expect(code).toBe(1);
  },
);

test('an address that is none is told before anything is looked at', async () => {
  const { code, output } = await runTool('doctor.ts', { ...DEPLOYMENT, SITE_URL: 'club.example' });

  expect(output).toBe('SITE_URL must be an address such as https://club.example.\n');
  expect(code).toBe(1);
});
