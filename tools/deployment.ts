import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { CommandError } from './run-command.ts';

/** What a command is told of the deployment it is for. What is unknown is undefined. */
export interface Deployment {
  /** Where these facts are from, for the person. */
  readonly from: string;
  readonly siteUrl: string | undefined;
  readonly workerUrl: string | undefined;
  readonly supabaseUrl: string | undefined;
  readonly publishableKey: string | undefined;
  readonly secretKey: string | undefined;
  readonly internalApiKey: string | undefined;
  readonly cronSecret: string | undefined;
  readonly databaseUrl: string | undefined;
}

/** Which variable tells what; an address is one only if it is a URL. */
const VARIABLES = {
  siteUrl: 'SITE_URL',
  workerUrl: 'WORKER_URL',
  supabaseUrl: 'SUPABASE_URL',
  publishableKey: 'SUPABASE_PUBLISHABLE_KEY',
  secretKey: 'SUPABASE_SERVICE_ROLE_KEY',
  internalApiKey: 'INTERNAL_API_KEY',
  cronSecret: 'CRON_SECRET',
  databaseUrl: 'DATABASE_URL',
} as const satisfies Record<Exclude<keyof Deployment, 'from'>, string>;

const stackFile = z.object({
  webUrl: z.string(),
  workerUrl: z.string(),
  apiUrl: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  internalApiKey: z.string(),
  cronSecret: z.string(),
  dbUrl: z.string().nullable(),
});

/**
 * The deployment that the environment names; if it names nothing of one, the embedded stack that runs
 * in `LOCAL_DIR`. Never a mixture of the two.
 *
 * @throws {CommandError} when there is neither, or an address is none.
 */
export function readDeployment(env: Readonly<Record<string, string | undefined>>): Deployment {
  const given = (variable: string) => env[variable] || undefined;
  if (Object.values(VARIABLES).some(given)) {
    for (const variable of ['SITE_URL', 'WORKER_URL', 'SUPABASE_URL']) requireUrl(env, variable);
    return {
      from: 'the environment',
      siteUrl: given(VARIABLES.siteUrl),
      workerUrl: given(VARIABLES.workerUrl),
      supabaseUrl: given(VARIABLES.supabaseUrl),
      publishableKey: given(VARIABLES.publishableKey),
      secretKey: given(VARIABLES.secretKey),
      internalApiKey: given(VARIABLES.internalApiKey),
      cronSecret: given(VARIABLES.cronSecret),
      databaseUrl: given(VARIABLES.databaseUrl),
    };
  }
  return runningStack(env.LOCAL_DIR || '.local');
}

function requireUrl(env: Readonly<Record<string, string | undefined>>, variable: string): void {
  const value = env[variable];
  if (!value || /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : '')) return;
  throw new CommandError(`${variable} must be an address such as https://club.example.`);
}

function runningStack(localDir: string): Deployment {
  const path = join(resolve(import.meta.dirname, '..', localDir), 'stack.json');
  if (!existsSync(path)) {
    throw new CommandError(
      'Nothing says which deployment is meant: set the variables that --help names, or have ' +
        '`npm start` running.',
    );
  }
  const stack = stackFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return {
    from: `the running stack (${path})`,
    siteUrl: stack.webUrl,
    workerUrl: stack.workerUrl,
    supabaseUrl: stack.apiUrl,
    publishableKey: stack.publishableKey,
    secretKey: stack.secretKey,
    internalApiKey: stack.internalApiKey,
    cronSecret: stack.cronSecret,
    databaseUrl: stack.dbUrl ?? undefined,
  };
}
