import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../local/ports.ts';
import { type StackUnderTest, startStackUnderTest } from '../chaos/harness/stack-under-test.ts';
import { eventually } from '../stack.ts';
import { givenVariables, madeVariables, workerService } from './blueprint.ts';

const service = workerService();
const folder = mkdtempSync(join(tmpdir(), 'berkotnf-render-'));
const clone = join(folder, 'clone');

let stack: StackUnderTest;
/** The process group of the start command while it may be alive. */
let group: number | undefined;

// A clean clone, built as Render builds it, beside a stack that has no worker.
beforeAll(async () => {
  stack = await startStackUnderTest();
  const run = promisify(execFile);
  await run('git', ['clone', '--quiet', process.cwd(), clone]);
  await run('/bin/sh', ['-c', service.buildCommand], { cwd: clone, env: shell() });
});
afterEach(() => {
  if (group !== undefined) process.kill(-group, 'SIGKILL');
  group = undefined;
});
afterAll(async () => {
  await stack.stop(false);
  rmSync(folder, { recursive: true, force: true });
});

/** Render's shell: this Node, the machine's npm and git and how they get out, nothing of this project. */
function shell(): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, 'node'), { force: true });
  symlinkSync(process.execPath, join(bin, 'node'));
  const machine = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !entry.includes('node_modules'));
  const surroundings = Object.entries(process.env).filter(
    // What npm and vitest tell the scripts they run.
    ([name]) => !/^(npm_(?!config_)|VITE|VITEST|DEEP|TEST|NODE_OPTIONS)/.test(name),
  );
  return {
    ...Object.fromEntries(surroundings),
    NODE_ENV: 'production',
    ...givenVariables(service),
    ...madeVariables(service),
    PATH: [bin, ...machine].join(delimiter),
    SUPABASE_URL: stack.addresses.apiUrl,
    SUPABASE_SERVICE_ROLE_KEY: stack.addresses.secretKey,
    CACHE_INVALIDATION_URL: `${stack.addresses.webUrl}/api/internal/cache/invalidate`,
    INTERNAL_API_KEY: stack.addresses.internalApiKey,
    ALERT_WEBHOOK_URL: '',
  };
}

/** Runs the start command; resolves once it answers where Render asks for its health. */
async function start() {
  const port = await freePort();
  const child = spawn('/bin/sh', ['-c', service.startCommand], {
    cwd: clone,
    env: { ...shell(), PORT: String(port) },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the start command cannot be run');
  group = pid;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]) => {
    group = undefined;
    return { code: Number(code), output };
  });
  await eventually(
    () =>
      fetch(`http://127.0.0.1:${port}${service.healthCheckPath}`).then(
        ({ status }) => status,
        () => 0,
      ),
    (status) => status === 200,
  );
  return { pid, ended };
}

test('the blueprint’s commands make a worker that works a job', async () => {
  const { pid, ended } = await start();
  const sql = postgres(stack.addresses.dbUrl, { max: 1 });

  const [asked] = await sql<{ job_id: string }[]>`
    select public.enqueue_stats_job(
      ${sql.json({ triggeredBy: 'admin', requestId: randomUUID() })}, true
    ) ->> 'job_id' as job_id`;
  const job = await eventually(
    async () => {
      const [row] = await sql<{ status: string; results: { successful_functions: number } }[]>`
        select status, results from public.background_job_status where id = ${asked?.job_id ?? ''}`;
      return row;
    },
    (row) => row?.status === 'completed',
    60_000,
  );
  await sql.end();
  process.kill(pid, 'SIGTERM');
  await ended;

  expect(job?.results.successful_functions).toBe(10);
});

test.each([
  ['the process it started', (pid: number) => pid],
  ['that and all its children', (pid: number) => -pid],
])('it stops in order when Render signals %s', async (_, target) => {
  const { pid, ended } = await start();

  process.kill(target(pid), 'SIGTERM');
  const { output } = await ended;

  expect(output.match(/"event":"worker.stopped"/g)).toHaveLength(1);
});
