import { withDatabase } from '../connect.ts';
import type { Deployment } from '../deployment.ts';
import { INSTALL_SCRIPT } from '../install-script.ts';
import { CommandError } from '../run-command.ts';
import { asking } from './ask.ts';
import { type Examined, examine, notChecked, problem } from './check.ts';
import { expectedSchema } from './expected-schema.ts';
import { SCHEMA_CHECKS } from './schema-checks.ts';
import { SERVER_CHECKS } from './server-checks.ts';
import { SITE_CHECKS } from './site-checks.ts';
import { readStoredSchema } from './stored-schema.ts';
import { SUPABASE_CHECKS } from './supabase-checks.ts';
import { WORK_CHECKS } from './work-checks.ts';
import { WORKER_CHECKS } from './worker-checks.ts';

/** A part of a deployment, and what was found of it. */
export interface Section {
  readonly title: string;
  readonly found: readonly Examined[];
}

/** Looks at every part of a deployment that its facts lead to, one after the other. */
export async function* sections(deployment: Deployment): AsyncGenerator<Section> {
  const { siteUrl, workerUrl, supabaseUrl, databaseUrl } = deployment;
  yield {
    title: `Site ${siteUrl ?? ''}`,
    found: siteUrl
      ? await examine({ ...deployment, url: siteUrl, ask: asking(siteUrl) }, SITE_CHECKS)
      : unknown('SITE_URL'),
  };
  yield {
    title: `Worker ${workerUrl ?? ''}`,
    found: workerUrl
      ? await examine({ url: workerUrl, ask: asking(workerUrl) }, WORKER_CHECKS)
      : unknown('WORKER_URL'),
  };
  yield {
    title: `Supabase ${supabaseUrl ?? ''}`,
    found: supabaseUrl
      ? await examine({ ...deployment, ask: asking(supabaseUrl) }, SUPABASE_CHECKS)
      : unknown('SUPABASE_URL'),
  };
  yield {
    title: 'Database',
    found: databaseUrl ? await examineDatabase(databaseUrl) : unknown('DATABASE_URL'),
  };
}

const unknown = (variable: string): Examined[] => [
  { name: 'all of it', finding: notChecked(`set ${variable}`) },
];

/** The server, then the schema, then the work: each only if what it stands on is all right. */
async function examineDatabase(databaseUrl: string): Promise<Examined[]> {
  try {
    return await withDatabase(databaseUrl, 'doctor', async (sql) => {
      const server = await examine(sql, SERVER_CHECKS);
      if (hasProblem(server)) return server;
      const expected = expectedSchema(INSTALL_SCRIPT);
      const schema = await examine(
        { expected, stored: await readStoredSchema(sql) },
        SCHEMA_CHECKS,
      );
      if (hasProblem(schema)) return [...server, ...schema];
      return [...server, ...schema, ...(await examine(sql, WORK_CHECKS))];
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const finding = problem(error.message, 'Set DATABASE_URL as npm run db:apply -- --help says.');
    return [{ name: 'answers', finding }];
  }
}

/** Whether anything examined is not as it should be. */
export const hasProblem = (found: readonly Examined[]) =>
  found.some(({ finding }) => finding.state === 'problem');
