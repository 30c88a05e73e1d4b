import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Claimed } from '../../src/jobs/claim.ts';
import { exampleClaim } from '../../src/jobs/example-claim.ts';
import { idleState } from '../src/health-server.ts';
import { createMetrics } from '../src/metrics.ts';
import { startWorker } from '../src/worker.ts';
import { fakeQueue, fakeSite, NOTHING, silent, succeeds } from './fakes.ts';

/** What a worker is started with, beside its queue. */
const parts = () => ({
  site: fakeSite().site,
  alerts: null,
  runFunction: succeeds,
  state: idleState('w1', '1.0.0'),
  leaseMs: 30_000,
  graceMs: 25_000,
  retentionDays: 90,
  log: silent,
});

test('a job that a claim found dead is counted as failed', async () => {
  const failed = { ...exampleClaim({ attempt: 4 }), error: 'Run 4 of 4 ended without a word.' };
  const claims: Claimed[] = [{ ...NOTHING, failed: { ...failed, requestId: 'r1' } }];
  const idle = Promise.withResolvers<Claimed>();
  const { queue } = fakeQueue({ claim: async () => claims.shift() ?? idle.promise });
  const metrics = createMetrics(queue.health);
  const worker = startWorker({ ...parts(), queue, metrics });

  await setImmediate();
  const text = await metrics.text();
  const stopped = worker.stop();
  idle.resolve(NOTHING);
  await stopped;

  expect(text).toContain('stats_job_runs_total{end="failed"} 1\n');
  expect(text).toContain('stats_job_attempts_sum 4\n');
});

test('a job handed out while the worker stops is handed back, unworked', async () => {
  let answer = (_: Claimed) => {};
  const claim = new Promise<Claimed>((resolve) => {
    answer = resolve;
  });
  const { queue, told, recorded } = fakeQueue({ claim: () => claim });
  const metrics = createMetrics(queue.health);
  const worker = startWorker({ ...parts(), queue, metrics });

  const stopped = worker.stop();
  answer({ ...NOTHING, job: exampleClaim() });
  await stopped;

  expect(told.slice(-2)).toEqual(['release', 'goodbye']);
  expect(recorded).toEqual([]);
});
