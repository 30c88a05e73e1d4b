import { expect, test } from 'vitest';
import type { Claimed } from '../../src/jobs/claim.ts';
import { idleState } from '../src/health-server.ts';
import { createMetrics } from '../src/metrics.ts';
import { startWorker } from '../src/worker.ts';
import { aJob, fakeQueue, fakeSite, silent, succeeds } from './fakes.ts';

test('a job handed out while the worker stops is handed back, unworked', async () => {
  let answer = (_: Claimed) => {};
  const claim = new Promise<Claimed>((resolve) => {
    answer = resolve;
  });
  const { queue, told, recorded } = fakeQueue({ claim: () => claim });
  const worker = startWorker({
    queue,
    site: fakeSite().site,
    alerts: null,
    runFunction: succeeds,
    state: idleState('w1', '1.0.0'),
    leaseMs: 30_000,
    graceMs: 25_000,
    retentionDays: 90,
    log: silent,
    metrics: createMetrics(queue.depth),
  });

  const stopped = worker.stop();
  answer({ job: aJob(), owed: false });
  await stopped;

  expect(told.slice(-2)).toEqual(['release', 'goodbye']);
  expect(recorded).toEqual([]);
});
