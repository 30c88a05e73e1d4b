import { afterEach, expect, test } from 'vitest';
import { serveHealth, type WorkerState } from '../src/health-server.ts';
import { createMetrics } from '../src/metrics.ts';
import type { StatsHealth } from '../src/queue.ts';
import { healthyStats } from './fakes.ts';

const IDLE: WorkerState = {
  workerId: 'w1',
  version: '1.0.0',
  lastPolledAt: 1_000,
  jobId: null,
  stopping: false,
};

let close = () => {};
afterEach(() => close());

const threeWaiting = async () => ({ ...healthyStats, depth: 3, oldestAgeSeconds: 7 });

interface Asked {
  readHealth?: () => Promise<StatsHealth>;
  metricsToken?: string | null;
  headers?: Record<string, string>;
}

async function ask(
  path: string,
  state: WorkerState,
  now: number,
  { readHealth = threeWaiting, metricsToken = null, headers = {} }: Asked = {},
) {
  const metrics = createMetrics(readHealth);
  const server = await serveHealth(0, { state, metrics, metricsToken, now: () => now });
  close = () => server.close();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  const { port } = address;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return { status: response.status, body: await response.text() };
}

test.each([
  ['lately polled', IDLE, 2_000, 200],
  ['never polled', { ...IDLE, lastPolledAt: null }, 2_000, 503],
  ['polled too long ago', IDLE, 60_000, 503],
  ['busy with a long job', { ...IDLE, jobId: 'j' }, 60_000, 200],
  ['stopping', { ...IDLE, stopping: true }, 2_000, 503],
])('a worker that has %s answers /ready rightly', async (_, state, now, status) => {
  expect((await ask('/ready', state, now)).status).toBe(status);
});

test('/health answers 200 while alive and says what is reached', async () => {
  const { status, body } = await ask('/health', { ...IDLE, lastPolledAt: null }, 5_000);

  expect(status).toBe(200);
  expect(JSON.parse(body)).toMatchObject({ worker_id: 'w1', reaches: { queue: false } });
});

test('another path is told what there is', async () => {
  expect((await ask('/', IDLE, 2_000)).status).toBe(404);
});

test('/metrics tells the queue as it is when asked', async () => {
  const { status, body } = await ask('/metrics', IDLE, 2_000);

  expect(status).toBe(200);
  expect(body).toMatch(/^stats_queue_depth 3$/m);
  expect(body).toMatch(/^stats_queue_oldest_age_seconds 7$/m);
});

test('/metrics tells of the worker also while the queue cannot be read, and nothing of why', async () => {
  const { status, body } = await ask('/metrics', IDLE, 2_000, {
    readHealth: () => Promise.reject(new Error('password authentication failed')),
  });

  expect(status).toBe(200);
  expect(body).toMatch(/^process_cpu_seconds_total \d/m);
  expect(body).toMatch(/^stats_queue_depth Nan$/m);
  expect(body).not.toContain('password');
});

const TOKEN = 't'.repeat(32);

test('with a token /metrics is for who bears it, and the rest stays open', async () => {
  const asked = (path: string, authorization: string) =>
    ask(path, IDLE, 2_000, { metricsToken: TOKEN, headers: { authorization } });

  const right = await asked('/metrics', `Bearer ${TOKEN}`);
  const wrong = await asked('/metrics', `Bearer ${TOKEN}t`);
  const health = await asked('/health', 'Bearer nothing');

  expect([right.status, wrong.status, health.status]).toEqual([200, 401, 200]);
  expect(wrong.body).not.toMatch(/stats_|process_/);
});

test('without a token a proxy’s callers read no metrics', async () => {
  const { status } = await ask('/metrics', IDLE, 2_000, {
    headers: { 'x-forwarded-for': '127.0.0.1' },
  });

  expect(status).toBe(401);
});
