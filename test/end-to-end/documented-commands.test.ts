import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, runningStack } from '../stack.ts';
import { runJob } from './run-job.ts';

const stack = runningStack();
const sql = connect(stack);
// The doctor and the verification look at the last update.
beforeAll(() => runJob(sql));
afterAll(() => sql.end());

/** The deployment that the documents talk about. */
const ENVIRONMENT = {
  SITE_URL: stack.webUrl,
  WORKER_URL: stack.workerUrl,
  SUPABASE_URL: stack.apiUrl,
  SUPABASE_PUBLISHABLE_KEY: stack.publishableKey,
  SUPABASE_SERVICE_ROLE_KEY: stack.secretKey,
  INTERNAL_API_KEY: stack.internalApiKey,
  CRON_SECRET: stack.cronSecret,
  DATABASE_URL: stack.dbUrl,
};

/** Commands for another place, or that have a test of their own. */
const NOT_HERE = [
  // The system and its tests themselves.
  /^(npm install|npm ci|npm test|npm run (check|bench|chaos)|cd worker|git (clone|pull))/,
  // An account on the internet, or Postgres's own client.
  /^(npx supabase|pg_dump|pg_restore)/,
  // test/end-to-end/db-apply.test.ts, create-admin.test.ts, test/sql/backup.test.ts
  /^npm run (db:apply|admin:create|club:backup|club:restore)/,
  /^export /,
];

/** What a document's fenced blocks in one language say. */
const blocksIn = (path: string, language: string) =>
  [...readFileSync(path, 'utf8').matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```/gm)].flatMap(
    ([, name, text = '']) => (name === language ? [text] : []),
  );

const commands = globSync(['*.md', 'docs/*.md', '{worker,supabase,local}/*.md'])
  .flatMap((path) => blocksIn(path, 'sh').map((text) => ({ path, text })))
  .flatMap(({ path, text }) =>
    text
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .map((line) => ({ path, command: line.trim() })),
  )
  .filter(({ command }) => command !== '' && !NOT_HERE.some((place) => place.test(command)));

const shell = (command: string) =>
  promisify(execFile)('bash', ['-c', command], { env: { ...process.env, ...ENVIRONMENT } });

test.each(commands)('$path: $command', async ({ command }) => {
  const { stdout } = await shell(command);

  if (command.startsWith('curl')) {
    expect(stdout).toMatch(/"success":true/);
    expect(stdout).not.toMatch(/^HTTP\S+ [345]/);
  }
});

test('there are commands to run', () => {
  const firstWords = commands.map(({ command }) => command.split(' ')[0]);

  expect(firstWords.filter((word) => word === 'curl')).toHaveLength(3);
  expect(firstWords).toContain('openssl');
});

test('the SQL that breaks a function breaks it, and puts it back', async () => {
  const [block = ''] = blocksIn('docs/deployment.md', 'sql');
  const [broken = '', ...rest] = block.split(/^(?=alter )/m).slice(1);
  const isThere = async () => {
    const [found] = await sql`
      select to_regproc('public.update_power_ratings') is not null as there`;
    return found?.there;
  };

  await sql.unsafe(broken);
  expect(await isThere()).toBe(false);
  await sql.unsafe(rest.join(''));
  expect(await isThere()).toBe(true);
});
