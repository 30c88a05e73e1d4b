import { afterEach, expect, test } from 'vitest';
import { serveHealth, type WorkerState } from '../src/health-server.ts';
import { createMetrics } from '../src/metrics.ts';

const IDLE: WorkerState = {
  workerId: 'w1',
  version: '1.0.0',
  lastPolledAt: 1_000,
  jobId: null,
  stopping: false,
};

let close = () => {};
afterEach(() => close());

const threeWaiting = async () => ({ depth: 3, oldestAgeSeconds: 7 });

async function ask(path: string, state: WorkerState, now: number, readDepth = threeWaiting) {
  const server = await serveHealth(0, { state, metrics: createMetrics(readDepth), now: () => now });
  close = () => server.close();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  const { port } = address;
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
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
  const { status, body } = await ask('/metrics', IDLE, 2_000, () =>
    Promise.reject(new Error('password authentication failed')),
  );

  expect(status).toBe(200);
  expect(body).toMatch(/^process_cpu_seconds_total \d/m);
  expect(body).toMatch(/^stats_queue_depth Nan$/m);
  expect(body).not.toContain('password');
});
