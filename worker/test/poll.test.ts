import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import type { Database } from '../../src/jobs/database.types.ts';
import { exampleClaim } from '../../src/jobs/example-claim.ts';
import { poll } from '../src/poll.ts';
import { createQueue } from '../src/queue.ts';
import { fakeClock, NOTHING, noSleep, silent } from './fakes.ts';

test('a claim without an answer is asked for again under its id', async () => {
  const claimIds: string[] = [];
  const stop = new AbortController();

  await poll({
    claim: async (claimId) => {
      claimIds.push(claimId);
      if (claimIds.length === 1) throw new Error('fetch failed');
      return { ...NOTHING, job: claimIds.length === 2 ? exampleClaim() : null };
    },
    work: async () => {
      if (claimIds.length >= 2) stop.abort();
    },
    onPolled: () => {},
    signal: stop.signal,
    sleep: noSleep,
    log: silent,
  });

  expect(claimIds).toHaveLength(2);
  expect(claimIds[1]).toBe(claimIds[0]);
});

test('each answered claim is followed by a new one', async () => {
  const claimIds: string[] = [];
  const stop = new AbortController();

  await poll({
    claim: async (claimId) => {
      claimIds.push(claimId);
      if (claimIds.length === 3) stop.abort();
      return NOTHING;
    },
    work: async () => {},
    onPolled: () => {},
    signal: stop.signal,
    sleep: noSleep,
    log: silent,
  });

  expect(new Set(claimIds).size).toBe(3);
});

test('while the database is away the tries are at most three seconds apart, and not in a rush', async () => {
  const clock = fakeClock();
  const stop = new AbortController();
  let tries = 0;

  const polling = poll({
    claim: async () => {
      tries += 1;
      throw new Error('fetch failed');
    },
    work: async () => {},
    onPolled: () => {},
    signal: stop.signal,
    sleep: clock.sleep,
    log: silent,
  });
  await clock.pass(600_000);
  stop.abort();
  await polling;

  expect(tries).toBeGreaterThanOrEqual(200);
  expect(tries).toBeLessThan(600);
});

test('a worker outlives a name that does not resolve, and works once it does', async () => {
  const clock = fakeClock();
  const stop = new AbortController();
  const worked: string[] = [];
  let [resolves, tries] = [false, 0];
  const client = createClient<Database>('http://database.invalid', 'key', {
    global: {
      fetch: async () => {
        tries += 1;
        if (resolves) return Response.json(null);
        const cause = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
        throw new TypeError('fetch failed', { cause });
      },
    },
  });
  const queue = createQueue(client, { workerId: 'w1', leaseSeconds: 30 });

  const polling = poll({
    claim: queue.claim,
    work: async () => {},
    onPolled: () => {
      worked.push('answered');
      stop.abort();
    },
    signal: stop.signal,
    sleep: clock.sleep,
    log: silent,
  });
  await clock.pass(600_000);
  const inVain = tries;
  resolves = true;
  await clock.pass(3_000);
  await polling;

  expect(inVain).toBeGreaterThanOrEqual(200);
  expect(inVain).toBeLessThan(600);
  expect(worked).toEqual(['answered']);
});

test('a stop during the wait for a job ends the polling', async () => {
  const stop = new AbortController();
  let worked = 0;

  const polling = poll({
    claim: async () => {
      stop.abort();
      return NOTHING;
    },
    work: async () => {
      worked += 1;
    },
    onPolled: () => {},
    signal: stop.signal,
    sleep: noSleep,
    log: silent,
  });

  await polling;
  expect(worked).toBe(0);
});

test('a stop after a claim without an answer asks once more, lest a job stay handed out', async () => {
  const claimIds: string[] = [];
  const worked: string[] = [];
  const stop = new AbortController();

  await poll({
    claim: async (claimId) => {
      claimIds.push(claimId);
      stop.abort();
      if (claimIds.length === 1) throw new Error('fetch failed');
      return { ...NOTHING, job: exampleClaim() };
    },
    work: async ({ jobId }) => worked.push(jobId),
    onPolled: () => {},
    signal: stop.signal,
    sleep: noSleep,
    log: silent,
  });

  expect(claimIds).toHaveLength(2);
  expect(claimIds[1]).toBe(claimIds[0]);
  expect(worked).toEqual([exampleClaim().jobId]);
});

test('a stop while the database is away asks once more and no more', async () => {
  let tries = 0;
  const stop = new AbortController();

  await poll({
    claim: async () => {
      tries += 1;
      stop.abort();
      throw new Error('fetch failed');
    },
    work: async () => {},
    onPolled: () => {},
    signal: stop.signal,
    sleep: noSleep,
    log: silent,
  });

  expect(tries).toBe(2);
});
