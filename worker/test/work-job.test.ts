import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exampleClaim } from '../../src/jobs/example-claim.ts';
import { AGGREGATE_TAGS } from '../../src/jobs/stats-functions.ts';
import { DatabaseError } from '../src/database-error.ts';
import { createMetrics } from '../src/metrics.ts';
import type { Queue } from '../src/queue.ts';
import type { RunFunction } from '../src/run-stats-functions.ts';
import { SiteError } from '../src/site.ts';
import { workJob } from '../src/work-job.ts';
import { ALL_RPCS, failsAt, fakeClock, fakeQueue, fakeSite, silent, succeeds } from './fakes.ts';

const LEASE_MS = 30_000;

function set({
  queue: replaced = {},
  site = fakeSite(),
  runFunction = succeeds,
  leaseMs = LEASE_MS,
}: {
  queue?: Partial<Queue>;
  site?: ReturnType<typeof fakeSite>;
  runFunction?: RunFunction;
  leaseMs?: number;
} = {}) {
  const clock = fakeClock();
  const release = new AbortController();
  const queue = fakeQueue(replaced);
  const run = (job = exampleClaim()) =>
    workJob(
      job,
      {
        queue: queue.queue,
        site: site.site,
        runFunction,
        leaseMs,
        sleep: clock.sleep,
        now: clock.now,
        log: silent,
        metrics: createMetrics(queue.queue.health),
      },
      release.signal,
    );
  return { run, clock, release, site, ...queue };
}

test('a job whose ten functions succeed tells the site and completes', async () => {
  const { run, recorded, told, site } = set();

  expect(await run()).toBe('completed');

  expect(recorded.map((outcome) => outcome.function)).toEqual(ALL_RPCS);
  expect(site.dropped).toHaveLength(1);
  expect(told).toEqual(['complete {"invalidated":true,"visible":true}']);
});

test('a failing function names itself and stops nothing else', async () => {
  const { run, recorded, told } = set({ runFunction: failsAt('update_power_ratings') });

  expect(await run()).toBe('queued');

  expect(recorded).toHaveLength(10);
  expect(recorded.filter(({ status }) => status === 'failed')).toHaveLength(1);
  expect(told).toEqual([
    'fail 1 of the stats functions failed.\nupdate_power_ratings: deadlock detected (SQLSTATE 40P01)',
  ]);
});

test('what did succeed is shown although the run failed', async () => {
  const { run, site } = set({ runFunction: failsAt('update_power_ratings') });

  await run();

  expect(site.dropped).toHaveLength(1);
});

test('functions that are not due are skipped, and said to be', async () => {
  const computed = Object.fromEntries(
    ['all_time_stats', 'hall_of_fame'].map((tag) => [tag, { version: 7, as_of: '2026-11-23' }]),
  );
  const { run, recorded } = set();

  await run(exampleClaim({ force: false, computed }));

  const skipped = recorded.filter(({ status }) => status === 'skipped');
  expect(skipped.map((outcome) => outcome.function)).toEqual([
    'update_aggregated_all_time_stats',
    'update_aggregated_hall_of_fame',
  ]);
});

test('what is skipped or ends together is recorded in one call', async () => {
  const computed = Object.fromEntries(
    AGGREGATE_TAGS.map((tag) => [tag, { version: 7, as_of: '2026-11-23' }]),
  );
  const calls: number[] = [];
  const { run } = set({
    queue: {
      record: async (_lease, _attempt, outcomes) => {
        calls.push(outcomes.length);
        return true;
      },
    },
  });

  expect(await run()).toBe('completed');
  expect(await run(exampleClaim({ force: false, computed }))).toBe('completed');

  expect(calls).toEqual([10, 10]);
});

test('a site that stays down does not fail the job, and its tags stay owed', async () => {
  const site = fakeSite({
    invalidate: async () => {
      throw new SiteError('cache/invalidate answered 503');
    },
  });
  const { run, told, owed, clock } = set({ site });

  const end = run();
  await clock.pass(10_000);

  expect(await end).toBe('completed');
  expect(told).toEqual(['complete {"invalidated":false,"visible":false}']);
  expect(owed()).toHaveLength(11);
});

test('a worker told that its lease is another’s ends nothing and tells the site nothing', async () => {
  const { run, told, site } = set({ queue: { extend: async () => false } });

  expect(await run()).toBe('lost');

  expect(told).toEqual([]);
  expect(site.dropped).toEqual([]);
});

test('a cancelled job is let go of at the next word', async () => {
  const { run, told, site } = set({ queue: { record: async () => false } });

  expect(await run()).toBe('lost');

  expect(told).not.toContain('release');
  expect(told.filter((word) => word.startsWith('complete'))).toEqual([]);
  expect(site.dropped).toEqual([]);
});

test('a run whose job was cancelled ends as cancelled, not as lost', async () => {
  const { run } = set({ queue: { record: async () => false, isCancelled: async () => true } });

  expect(await run()).toBe('cancelled');
});

test('a lost run of which nobody can say why is lost', async () => {
  const { run } = set({
    queue: {
      record: async () => false,
      isCancelled: async () => {
        throw new DatabaseError('background_job_status', '', 'fetch failed');
      },
    },
  });

  expect(await run()).toBe('lost');
});

test('a run that the database does not take for done has failed, saying why', async () => {
  const { run, told } = set({
    queue: {
      complete: async () => {
        throw new DatabaseError('complete_stats_job', '55000', 'the job is not done: only 9 of 10');
      },
    },
  });

  expect(await run()).toBe('queued');

  expect(told).toEqual(['fail The run broke: the job is not done: only 9 of 10']);
});

test.each([
  ['every third of it', LEASE_MS, 6],
  ['every ten seconds however long it is: the worker must be seen to live', 600_000, 6],
  ['every third of one shorter than the function’s time limit', 3_000, 60],
])('while a function takes its time the lease is extended %s', async (_, leaseMs, times) => {
  let extended = 0;
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { run, clock } = set({
    leaseMs,
    queue: {
      extend: async () => {
        extended += 1;
        return true;
      },
    },
    runFunction: async (rpc) => slow.then(() => succeeds(rpc)),
  });

  const end = run();
  await clock.pass(60_000);
  expect(extended).toBe(times);
  finish();

  expect(await end).toBe('completed');
});

/** A function that never ends by itself, as supabase-js behaves when its signal is aborted. */
const hangs: RunFunction = (rpc, signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () =>
      resolve({
        function: rpc,
        status: 'failed',
        durationMs: 1,
        rows: null,
        error: 'aborted',
      }),
    );
  });

test('a stop that cannot wait hands the job back and records nothing it cut off', async () => {
  const { run, told, recorded, release, clock } = set({ runFunction: hangs });

  const end = run();
  await clock.pass(100);
  release.abort();

  expect(await end).toBe('released');
  expect(told).toEqual(['release']);
  expect(recorded).toEqual([]);
});

test('a lease that nobody answers for is lost when its time is over', async () => {
  const { run, told, clock } = set({
    queue: {
      extend: async () => {
        throw new Error('fetch failed');
      },
    },
    runFunction: hangs,
  });

  const end = run();
  await clock.pass(LEASE_MS);

  expect(await end).toBe('lost');
  expect(told).toEqual([]);
});

test('a job is handed back although the first word of it was not answered', async () => {
  let asked = 0;
  const { run, release, clock } = set({
    runFunction: hangs,
    queue: {
      release: async () => {
        asked += 1;
        if (asked === 1) throw new DatabaseError('release_stats_job', '', 'fetch failed');
        return true;
      },
    },
  });

  const end = run();
  await clock.pass(100);
  release.abort();
  await clock.pass(1_000);

  expect(await end).toBe('released');
});

test('a job whose worker has no time at all is handed back untouched', async () => {
  const started: string[] = [];
  const { run, told, recorded, release } = set({
    runFunction: async (rpc, signal) => {
      if (!signal.aborted) started.push(rpc);
      return succeeds(rpc);
    },
  });
  release.abort();

  expect(await run()).toBe('released');

  expect(told).toEqual(['release']);
  expect([started, recorded]).toEqual([[], []]);
});

test('a run that is over leaves no function in flight', async () => {
  const cutOff: string[] = [];
  const { run } = set({
    queue: { record: async () => false },
    runFunction: async (rpc, signal) => {
      if (rpc === 'update_power_ratings') return succeeds(rpc);
      const outcome = await hangs(rpc, signal);
      cutOff.push(rpc);
      return outcome;
    },
  });

  expect(await run()).toBe('lost');
  await setImmediate();

  expect(cutOff).toHaveLength(9);
});
