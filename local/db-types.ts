/**
 * `npm run db:types`: writes the types of the schema in sql/ to src/jobs/database.types.ts, from a
 * throw-away Postgres. With `--check` it writes nothing and fails when that file is out of date.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation';
import { introspect } from '@supabase/postgrest-typegen/introspection';
import postgres from 'postgres';
import { applySchema } from '../tools/apply-schema.ts';
import { INSTALL_SCRIPT } from '../tools/install-script.ts';
import { bootstrapDatabase, bootstrapRoles, urlAs } from './bootstrap.ts';
import { freePort } from './ports.ts';
import { startPostgres } from './postgres.ts';

const TARGET = resolve('src/jobs/database.types.ts');

const types = await generate();
if (process.argv.includes('--check')) {
  if (types !== readFileSync(TARGET, 'utf8')) {
    process.stderr.write('src/jobs/database.types.ts is out of date: run `npm run db:types`.\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(TARGET, types);
  process.stdout.write('Wrote src/jobs/database.types.ts\n');
}

async function generate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'berkotnf-types-'));
  const password = 'types';
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port: await freePort(),
    password,
    settings: { fsync: 'off' },
  });
  try {
    const url = server.url('postgres');
    await bootstrapRoles(url, password);
    await bootstrapDatabase(url);
    await applySchema(urlAs('postgres', url), INSTALL_SCRIPT);
    return await describe(url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function describe(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const queryable = { query: async (text: string) => ({ rows: await sql.unsafe(text) }) };
    const metadata = await introspect(queryable, { includedSchemas: ['public'] });
    return `// Made by \`npm run db:types\` from sql/. Not for editing.\n${await generateTypescript(
      sortGeneratorMetadata(metadata),
      { detectOneToOneRelationships: true },
    )}`;
  } finally {
    await sql.end();
  }
}
