import { once } from 'node:events';
import { existsSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import type { StackFile } from '../../tools/stack-file.ts';
import { alive, ownEnvironment, type StackProcess, startStack } from './stack-process.ts';

// Whole stacks, in one folder after another: each starts on what the one before has left.
let env: Record<string, string>;
const inLocalDir = (file: string) => join(env.LOCAL_DIR ?? '', file);

/** The first may have to build the site. */
const LONG = { timeout: 240_000 };
const PATIENT = { timeout: 30_000 };
const ALL = ['web', 'worker', 'api', 'db', 'functions'];

const statusOf = async (url: string) => (await fetch(url)).status;

beforeAll(async () => {
  env = await ownEnvironment();
});
afterAll(() => rmSync(env.LOCAL_DIR ?? '', { recursive: true }));

describe('a running stack', () => {
  let run: StackProcess;
  let first: StackFile;
  beforeAll(async () => {
    run = startStack(env);
    first = await run.ready();
  }, LONG.timeout);
  afterAll(async () => {
    run.child.kill('SIGTERM');
    await run.ended;
  });

  test('says how to get in, to its owner only', () => {
    expect(alive(first)).toEqual(ALL);
    for (const words of [first.adminEmail, first.adminPassword, 'Ctrl-C stops everything']) {
      expect(run.output()).toContain(words);
    }
    expect(run.output()).toContain(`Site      ${first.webUrl}\n`);
    expect(run.output()).toContain(`Admin     ${first.webUrl}/admin/info\n`);
    for (const file of ['stack.json', 'secrets.json']) {
      expect(statSync(inLocalDir(file)).mode & 0o777).toBe(0o600);
    }
  });

  test.each([
    ['/', 'No matches yet'],
    ['/tables', 'No matches yet'],
    ['/records', 'No records yet'],
    ['/records/honours', 'No honours yet'],
    ['/records/all-time', 'No matches yet'],
    ['/players', 'No players yet'],
    ['/matches', 'No matches yet'],
    ['/rules', 'Heavy win with a clean sheet'],
  ])('of an empty club has %s say so: %s', async (path, words) => {
    const page = await fetch(`${first.webUrl}${path}`);

    expect(page.status).toBe(200);
    expect((await page.text()).includes(words)).toBe(true);
  });

  test('keeps a second one out of its folder', async () => {
    const second = startStack(env);

    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/Another stack runs in .*LOCAL_DIR/);
    expect(run.stack()).toEqual(first);
    expect(alive(first)).toEqual(ALL);
  });

  test(
    'can be the Supabase project of another, which then starts no more than it needs',
    LONG,
    async () => {
      const elsewhere = await ownEnvironment();
      const other = startStack({
        ...elsewhere,
        SUPABASE_URL: first.apiUrl,
        SUPABASE_PUBLISHABLE_KEY: first.publishableKey,
        SUPABASE_SERVICE_ROLE_KEY: first.secretKey,
      });

      const stack = await other.ready();

      expect(alive(stack)).toEqual(['web', 'worker']);
      expect(stack).toMatchObject({ apiUrl: first.apiUrl, dbUrl: null, adminPassword: null });
      expect(await statusOf(`${stack.webUrl}/api/ready`)).toBe(200);
      await expect.poll(() => statusOf(`${stack.workerUrl}/ready`), PATIENT).toBe(200);
      other.child.kill('SIGTERM');
      expect(await other.ended).toBe(0);
      rmSync(elsewhere.LOCAL_DIR ?? '', { recursive: true });
    },
  );

  test('passes on to its edge functions, and restarts them', async () => {
    const { edgeFunction } = STATS_FUNCTIONS[0];
    const call = async () => {
      const url = `${first.apiUrl}/functions/v1/${edgeFunction}`;
      return (await fetch(url, { method: 'POST', headers: { apikey: first.secretKey } })).status;
    };
    expect(await statusOf(`${first.functionsUrl}/${edgeFunction}`)).toBe(405);
    expect(await call()).toBe(200);

    process.kill(first.pids.functions ?? 0, 'SIGKILL');

    await expect
      .poll(() => run.stack().pids.functions, PATIENT)
      .not.toBeOneOf([first.pids.functions, null]);
    await expect.poll(call, PATIENT).toBe(200);
  });

  test('restarts what dies, and works again, even after its database died', async () => {
    process.kill(first.pids.db ?? 0, 'SIGKILL');

    await expect.poll(() => run.stack().pids.db, PATIENT).not.toBeOneOf([first.pids.db, null]);
    await expect.poll(() => statusOf(`${first.webUrl}/api/ready`), PATIENT).toBe(200);
    await expect.poll(() => statusOf(`${first.workerUrl}/ready`), PATIENT).toBe(200);
  });

  test('leaves nothing behind after Ctrl-C', async () => {
    const last = run.stack();

    run.child.kill('SIGINT');

    expect(await run.ended).toBe(0);
    expect([...alive(first), ...alive(last)]).toEqual([]);
    expect(['stack.json', 'pids.json'].map(inLocalDir).filter(existsSync)).toEqual([]);
  });
});

test(
  'a part that dies three times within a minute stops everything, and is named',
  LONG,
  async () => {
    const run = startStack(env);
    const first = await run.ready();
    const restarts = () => run.output().split('restarting it').length - 1;

    for (const death of [1, 2, 3]) {
      await expect.poll(() => run.stack().pids.worker, PATIENT).not.toBeNull();
      process.kill(run.stack().pids.worker ?? 0, 'SIGKILL');
      if (death < 3) await expect.poll(restarts, PATIENT).toBe(death);
    }

    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/worker died 3 times .* by SIGKILL. Its last lines:\n {2}\S/);
    expect(alive(first)).toEqual([]);
  },
);

test('a killed stack takes its parts with it, and the next one starts', LONG, async () => {
  const killed = startStack(env);
  const left = await killed.ready();

  killed.child.kill('SIGKILL');
  await killed.ended;

  await expect.poll(() => alive(left), { timeout: 15_000 }).toEqual([]);
  const next = startStack(env);
  await next.ready();
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

test('without Deno it comes up without edge functions, and says so', LONG, async () => {
  const run = startStack({ ...env, DENO_PATH: inLocalDir('secrets.json') });

  const stack = await run.ready();

  expect(run.output()).toMatch(
    /^no edge functions: Deno does not run here \(.*secrets\.json.*\)$/m,
  );
  expect(stack.functionsUrl).toBeNull();
  expect(alive(stack)).toEqual(ALL.filter((part) => part !== 'functions'));
  expect(await statusOf(`${stack.apiUrl}/functions/v1/anything`)).toBe(503);
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
});

test.each(['PORT', 'API_PORT', 'DB_PORT', 'WORKER_PORT', 'FUNCTIONS_PORT'])(
  'a taken %s is named, and nothing is left running',
  LONG,
  async (name) => {
    const squatter = createServer();
    squatter.listen(Number(env[name]), '127.0.0.1');
    await once(squatter, 'listening');

    const run = startStack(env);

    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(
      `Port ${env[name]} is already in use. Stop what listens there, or set ${name} to a free port.`,
    );
    expect(existsSync(inLocalDir('pids.json'))).toBe(false);
    squatter.close();
  },
);

test('a setting that makes no sense is told before anything starts', async () => {
  const run = startStack({ ...env, PORT: 'http', SEED: 'everything' });

  expect(await run.ended).toBe(1);
  expect(run.output()).toBe('PORT must be a port number\nSEED must be `demo`, `none` or unset\n');
});

test('a LOCAL_DIR that is a file is told before anything starts', async () => {
  const file = inLocalDir('secrets.json');

  const run = startStack({ ...env, LOCAL_DIR: file });

  expect(await run.ended).toBe(1);
  expect(run.output()).toMatch(/^LOCAL_DIR must be a folder.*secrets\.json/);
});
