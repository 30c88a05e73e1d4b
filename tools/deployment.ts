import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandError } from './run-command.ts';
import { stackFile } from './stack-file.ts';

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

/** Which variable tells what. */
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

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The deployment that the environment names; if it names nothing of one, the embedded stack that runs
 * in `LOCAL_DIR`. Never a mixture of the two.
 *
 * @throws {CommandError} when there is neither, or an address is none.
 */
export function readDeployment(env: Environment): Deployment {
  if (!Object.values(VARIABLES).some((variable) => env[variable])) {
    return runningStack(env.LOCAL_DIR || '.local');
  }
  return {
    from: 'the environment',
    siteUrl: address(env, VARIABLES.siteUrl),
    workerUrl: address(env, VARIABLES.workerUrl),
    supabaseUrl: address(env, VARIABLES.supabaseUrl),
    publishableKey: given(env, VARIABLES.publishableKey),
    secretKey: given(env, VARIABLES.secretKey),
    internalApiKey: given(env, VARIABLES.internalApiKey),
    cronSecret: given(env, VARIABLES.cronSecret),
    databaseUrl: given(env, VARIABLES.databaseUrl),
  };
}

/** A variable set to nothing is one not set. */
const given = (env: Environment, variable: string) => env[variable] || undefined;

function address(env: Environment, variable: string): string | undefined {
  const value = given(env, variable);
  if (!value || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) return value;
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
