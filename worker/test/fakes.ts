import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import type { Claimed } from '../../src/jobs/claim.ts';
import type { FunctionOutcome } from '../../src/jobs/function-outcome.ts';
import type { OwedTags } from '../../src/jobs/owed-tags.ts';
import { AGGREGATE_TAGS, STATS_FUNCTIONS, type StatsRpc } from '../../src/jobs/stats-functions.ts';
import type { Sleep } from '../src/backoff.ts';
import type { Queue, StatsHealth } from '../src/queue.ts';
import type { Site } from '../src/site.ts';

/** What the database says when nothing waits and everything is visible. */
export const healthyStats: StatsHealth = {
  depth: 0,
  oldestAgeSeconds: null,
  freshnessLagSeconds: 0,
  tagsOwed: 0,
  failedJobs: 0,
  calculatedAgeSeconds: 60,
};

export const silent = pino({ level: 'silent' });

export const ALL_RPCS = STATS_FUNCTIONS.map(({ rpc }) => rpc);

/** Time that passes only when a test says so. */
export function fakeClock() {
  let time = 0;
  let sleepers: { until: number; wake: () => void }[] = [];

  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      sleepers.push({ until: time + ms, wake: resolve });
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });

  return {
    now: () => time,
    sleep,
    /** Lets `ms` pass, waking each sleeper at its time and letting it do what it then does. */
    async pass(ms: number) {
      const end = time + ms;
      for (;;) {
        await setImmediate();
        const next = Math.min(end, ...sleepers.map(({ until }) => until));
        time = Math.max(time, next);
        const due = sleepers.filter(({ until }) => until <= time);
        sleepers = sleepers.filter(({ until }) => until > time);
        for (const { wake } of due) wake();
        if (due.length === 0 && time >= end) return setImmediate();
      }
    },
  };
}

/** Sleeps that take no time at all. */
export const noSleep: Sleep = () => setImmediate();

/** What a claim answers when there is nothing to do. */
export const NOTHING: Claimed = { job: null, failed: null, owed: false };

/** A queue in memory that notes what it was told; any method may be replaced. */
export function fakeQueue(replaced: Partial<Queue> = {}) {
  const told: string[] = [];
  const recorded: FunctionOutcome[] = [];
  let owed: OwedTags = AGGREGATE_TAGS.map((tag) => ({ tag, run: 1 }));

  const queue: Queue = {
    claim: async () => ({ ...NOTHING, owed: owed.length > 0 }),
    extend: async () => true,
    record: async (_lease, _attempt, outcomes) => {
      recorded.push(...outcomes);
      return true;
    },
    complete: async (_lease, end) => {
      told.push(`complete ${JSON.stringify(end)}`);
      return true;
    },
    fail: async (_lease, reason) => {
      told.push(`fail ${reason}`);
      return 'queued';
    },
    release: async () => {
      told.push('release');
      return true;
    },
    owed: async () => owed,
    markInvalidated: async (tags) => {
      owed = owed.filter((one) => !tags.some(({ tag }) => tag === one.tag));
    },
    noteServed: async () => [],
    isCancelled: async () => false,
    register: async (_version, stopped = false) => {
      told.push(stopped ? 'goodbye' : 'hello');
    },
    health: async () => healthyStats,
    prune: async () => {
      told.push('prune');
      return 0;
    },
    reconcile: async () => {
      told.push('reconcile');
      return null;
    },
    ...replaced,
  };
  return { queue, told, recorded, owed: () => owed };
}

/** A site that serves the first run, of version 7 and that day, under every tag, and notes what it was told to drop. */
export function fakeSite(replaced: Partial<Site> = {}) {
  const dropped: string[][] = [];
  const site: Site = {
    invalidate: async ({ tags }) => {
      dropped.push(tags);
      return tags;
    },
    freshness: async () => ({
      build_id: 'build-1',
      tags: Object.fromEntries(
        AGGREGATE_TAGS.map((tag) => [tag, { version: 7, as_of: '2026-11-23', run: 1 }]),
      ),
    }),
    ...replaced,
  };
  return { site, dropped };
}

export const succeeds = async (rpc: StatsRpc): Promise<FunctionOutcome> => ({
  function: rpc,
  status: 'success',
  durationMs: 5,
  rows: 1,
});

/** Every function succeeds but this one. */
export const failsAt =
  (failing: StatsRpc) =>
  async (rpc: StatsRpc): Promise<FunctionOutcome> =>
    rpc === failing
      ? {
          function: rpc,
          status: 'failed',
          durationMs: 5,
          rows: null,
          error: `${rpc}: deadlock detected (SQLSTATE 40P01)`,
        }
      : succeeds(rpc);
