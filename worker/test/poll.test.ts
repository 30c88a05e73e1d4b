import { expect, test } from 'vitest';
import { poll } from '../src/poll.ts';
import { aJob, fakeClock, noSleep, silent } from './fakes.ts';

const NOTHING = { job: null, owed: false };

test('a claim without an answer is asked for again under its id', async () => {
  const claimIds: string[] = [];
  const stop = new AbortController();

  await poll({
    claim: async (claimId) => {
      claimIds.push(claimId);
      if (claimIds.length === 1) throw new Error('fetch failed');
      return { job: claimIds.length === 2 ? aJob() : null, owed: false };
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
      return { job: aJob(), owed: false };
    },
    work: async ({ jobId }) => worked.push(jobId),
    onPolled: () => {},
    signal: stop.signal,
    sleep: noSleep,
    log: silent,
  });

  expect(claimIds).toHaveLength(2);
  expect(claimIds[1]).toBe(claimIds[0]);
  expect(worked).toEqual([aJob().jobId]);
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
