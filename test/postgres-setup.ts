import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { bootstrapDatabase, bootstrapRoles, urlAs } from '../local/bootstrap.ts';
import { freePort } from '../local/ports.ts';
import { startPostgres } from '../local/postgres.ts';
import { isAlive } from '../local/processes.ts';
import { applySchema } from '../tools/apply-schema.ts';
import { INSTALL_SCRIPT } from '../tools/install-script.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's connection string to the run's own Postgres; see `test/database.ts`. */
    postgresUrl: string;
  }
}

/** A database with the schema and no data, which every test file gets a copy of. */
export const TEMPLATE = 'template_club';

/** One Postgres per run of vitest, in a folder of its own that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const password = 'test';
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port: await freePort(),
    password,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await createTemplate(server.url('postgres'), server.url(TEMPLATE), password);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgresUrl', server.url('postgres'));
  return stop;
}

async function createTemplate(url: string, templateUrl: string, password: string): Promise<void> {
  await bootstrapRoles(url, password);
  const sql = postgres(url, { max: 1 });
  await sql`create database ${sql(TEMPLATE)}`;
  await sql.end();
  await bootstrapDatabase(templateUrl);
  await applySchema(urlAs('postgres', templateUrl), INSTALL_SCRIPT);
}

const PREFIX = 'berkotnf-test-';

// A killed run could not clean up: its folder names its process.
function removeAbandoned(): void {
  for (const entry of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(entry)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(tmpdir(), entry), { recursive: true, force: true });
  }
}
