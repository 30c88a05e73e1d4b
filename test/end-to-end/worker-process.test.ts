import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '../../local/ports.ts';
import { eventually, runningStack } from '../stack.ts';

const stack = runningStack();

const ENVIRONMENT = {
  SUPABASE_URL: stack.apiUrl,
  SUPABASE_SERVICE_ROLE_KEY: stack.secretKey,
  CACHE_INVALIDATION_URL: `${stack.webUrl}/api/internal/cache/invalidate`,
  INTERNAL_API_KEY: stack.internalApiKey,
};

let worker: ChildProcess | undefined;
afterEach(() => worker?.kill('SIGKILL'));

/** A worker of its own, with only this in its environment. */
function start(environment: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['worker/dist/index.js', ...args], {
    env: { NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  worker = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code), output }));
  return { child, ended };
}

test('a wrong environment stops it with a line for each variable, and no value', async () => {
  const { ended } = start({ ...ENVIRONMENT, INTERNAL_API_KEY: 'hunter2', LEASE_SECONDS: 'soon' });

  const { code, output } = await ended;

  expect(code).toBe(1);
  expect(output).toMatch(/^The worker cannot start:\n.*INTERNAL_API_KEY.*\n.*LEASE_SECONDS/);
  expect(output).not.toContain('hunter2');
});

test('a port that is taken stops it with a line, before it claims anything', async () => {
  const port = new URL(stack.webUrl).port;

  const { code, output } = await start({ ...ENVIRONMENT, PORT: port }).ended;

  expect(code).toBe(1);
  expect(output).toMatch(/^The worker cannot start:\nPORT \d+ cannot be used: .*EADDRINUSE/);
});

test('--check-config looks without starting', async () => {
  const { code, output } = await start(ENVIRONMENT, '--check-config').ended;

  expect({ code, output }).toEqual({ code: 0, output: 'The configuration is complete.\n' });
});

test('a second worker joins in, says how it is, and stops when asked', async () => {
  const port = await freePort();
  const { child, ended } = start({ ...ENVIRONMENT, PORT: String(port), WORKER_ID: 'second' });
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  await eventually(
    () =>
      ask('/ready').then(
        ({ status }) => status,
        () => 0,
      ),
    (status) => status === 200,
  );
  const metrics = await (await ask('/metrics')).text();

  child.kill('SIGTERM');
  const { code, output } = await ended;

  expect(metrics).toMatch(/^stats_queue_depth \d+$/m);
  expect(code).toBe(0);
  expect(output).toContain('"event":"worker.stopped"');
});

test('without a database it stays alive, says that it cannot work, and stops when asked', async () => {
  const port = await freePort();
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const { child, ended } = start({ ...ENVIRONMENT, SUPABASE_URL: nowhere, PORT: String(port) });
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status,
      () => 0,
    );

  await eventually(
    () => ask('/health'),
    (status) => status === 200,
  );
  expect(await ask('/ready')).toBe(503);
  // Its own numbers are told all the same: that is when somebody looks.
  expect(await ask('/metrics')).toBe(200);

  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});
