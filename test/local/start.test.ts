import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { freePort } from '../../local/ports.ts';
import { isAlive } from '../../local/processes.ts';

// Whole stacks, in a folder and on ports of their own; one after another, on what the first leaves.
let localDir: string;
let env: NodeJS.ProcessEnv;
const opened: ChildProcess[] = [];

// The first may have to build the site.
const LONG = { timeout: 240_000 };
const PATIENT = { timeout: 30_000 };

beforeAll(async () => {
  localDir = mkdtempSync(join(tmpdir(), 'berkotnf-start-'));
  env = { ...process.env, NODE_ENV: 'production', LOCAL_DIR: localDir, SEED: 'none' };
  env.SUPABASE_URL = '';
  for (const name of ['PORT', 'API_PORT', 'DB_PORT', 'WORKER_PORT', 'FUNCTIONS_PORT']) {
    env[name] = String(await freePort());
  }
});
afterEach(async () => {
  for (const child of opened.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});
afterAll(() => rmSync(localDir, { recursive: true }));

interface Run {
  child: ChildProcess;
  output: () => string;
  /** Resolves with the exit code, once all output is in. */
  ended: Promise<number | null>;
}

function start(changes: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['local/start.ts'], {
    env: { ...env, ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  opened.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, 'close').then(() => child.exitCode);
  return { child, output: () => output, ended };
}

async function ready({ child, output }: Run, folder = localDir): Promise<Pids> {
  await expect
    .poll(() => child.exitCode !== null || /^ready in /m.test(output()), { timeout: 170_000 })
    .toBe(true);
  expect(output()).toMatch(/^ready in /m);
  return stackIn(folder).pids;
}

const stackSchema = z.object({
  webUrl: z.url(),
  workerUrl: z.url(),
  apiUrl: z.url(),
  dbUrl: z.string().nullable(),
  publishableKey: z.string(),
  secretKey: z.string(),
  adminEmail: z.string().nullable(),
  adminPassword: z.string().nullable(),
  pids: z.object({
    web: z.number().nullable(),
    worker: z.number().nullable(),
    api: z.number().nullable(),
    db: z.number().nullable(),
  }),
});
type Pids = z.infer<typeof stackSchema>['pids'];

const stackIn = (folder: string) =>
  stackSchema.parse(JSON.parse(readFileSync(join(folder, 'stack.json'), 'utf8')));

const alive = (all: Pids) => Object.values(all).filter((pid) => pid !== null && isAlive(pid));

test(
  'it starts, says how to get in, restarts what dies, and leaves nothing behind',
  LONG,
  async () => {
    const run = start();
    const first = await ready(run);

    expect(alive(first)).toHaveLength(4);
    for (const file of ['stack.json', 'secrets.json']) {
      expect(statSync(join(localDir, file)).mode & 0o777).toBe(0o600);
    }
    const stack = stackIn(localDir);
    for (const words of [
      stack.webUrl,
      `${stack.webUrl}/admin/info`,
      stack.adminEmail,
      stack.adminPassword,
      'Ctrl-C',
    ]) {
      expect(run.output()).toContain(words);
    }

    process.kill(first.db ?? 0, 'SIGKILL');
    await expect.poll(() => stackIn(localDir).pids.db, PATIENT).not.toBe(first.db);
    await expect
      .poll(async () => (await fetch(`${stack.webUrl}/api/ready`)).status, PATIENT)
      .toBe(200);
    await expect
      .poll(async () => (await fetch(`${stack.workerUrl}/ready`)).status, PATIENT)
      .toBe(200);

    const last = stackIn(localDir).pids;
    const asked = performance.now();
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(12_000);
    expect([...alive(first), ...alive(last)]).toEqual([]);
    expect(existsSync(join(localDir, 'stack.json'))).toBe(false);
  },
);

test('a second stack in the same folder is refused, and the first runs on', LONG, async () => {
  const first = start();
  const before = await ready(first);

  const second = start();

  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/Another stack runs in .*LOCAL_DIR/);
  expect(stackIn(localDir).pids).toEqual(before);
  expect(alive(before)).toHaveLength(4);
});

test('beside a Supabase project only the site and a worker run', LONG, async () => {
  await ready(start());
  const project = stackIn(localDir);
  const elsewhere = mkdtempSync(join(tmpdir(), 'berkotnf-hosted-'));
  const [PORT, WORKER_PORT] = [String(await freePort()), String(await freePort())];

  const hosted = start({
    ...{ LOCAL_DIR: elsewhere, PORT, WORKER_PORT },
    SUPABASE_URL: project.apiUrl,
    SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: project.secretKey,
  });
  await ready(hosted, elsewhere);

  const { webUrl, workerUrl, dbUrl, pids } = stackIn(elsewhere);
  expect({ dbUrl, pids }).toMatchObject({ dbUrl: null, pids: { api: null, db: null } });
  expect((await fetch(`${webUrl}/api/ready`)).status).toBe(200);
  await expect.poll(async () => (await fetch(`${workerUrl}/ready`)).status, PATIENT).toBe(200);
  hosted.child.kill('SIGTERM');
  expect(await hosted.ended).toBe(0);
  rmSync(elsewhere, { recursive: true });
});

test('a part that dies three times stops everything, and is named', LONG, async () => {
  const run = start();
  const parts = await ready(run);

  for (let death = 1; death <= 3; death += 1) {
    await expect.poll(() => stackIn(localDir).pids.worker, PATIENT).not.toBeNull();
    process.kill(stackIn(localDir).pids.worker ?? 0, 'SIGKILL');
    if (death < 3) {
      await expect.poll(() => run.output().split('restarting it').length - 1, PATIENT).toBe(death);
    }
  }

  expect(await run.ended).toBe(1);
  expect(run.output()).toMatch(
    /worker died 3 times .* was ended by SIGKILL. Its last lines:\n {2}\S/,
  );
  expect(alive(parts)).toEqual([]);
});

test('a killed stack takes its parts with it, and the next one starts', LONG, async () => {
  const run = start();
  const parts = await ready(run);

  run.child.kill('SIGKILL');
  await run.ended;

  await expect.poll(() => alive(parts), { timeout: 15_000 }).toEqual([]);
  await ready(start());
});

test.each(['PORT', 'API_PORT', 'DB_PORT', 'WORKER_PORT'])(
  'a taken %s is named, and nothing is left running',
  LONG,
  async (name) => {
    const squatter = createServer();
    squatter.listen(Number(env[name]), '127.0.0.1');
    await once(squatter, 'listening');

    const run = start();

    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(`Port ${env[name]} is already in use`);
    expect(run.output()).toContain(`set ${name} to a free port`);
    squatter.close();
    const noted = join(localDir, 'pids.json');
    expect(existsSync(noted)).toBe(false);
  },
);

test('a setting that makes no sense is told before anything starts', async () => {
  const run = start({ PORT: 'http', SEED: 'everything' });

  expect(await run.ended).toBe(1);
  expect(run.output()).toBe('PORT must be a port number\nSEED must be `demo`, `none` or unset\n');
});
