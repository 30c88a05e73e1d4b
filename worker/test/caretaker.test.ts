import { expect, test } from 'vitest';
import { ALL_TAGS } from '../../src/jobs/stats-functions.ts';
import { takeCare } from '../src/caretaker.ts';
import type { Queue } from '../src/queue.ts';
import { SiteError } from '../src/site.ts';
import { fakeClock, fakeQueue, fakeSite, silent } from './fakes.ts';

function set(site = fakeSite(), replaced: Partial<Queue> = {}) {
  const clock = fakeClock();
  const stop = new AbortController();
  const queue = fakeQueue(replaced);
  const caring = takeCare({
    queue: queue.queue,
    site: site.site,
    version: '1.0.0',
    retentionDays: 90,
    signal: stop.signal,
    sleep: clock.sleep,
    now: clock.now,
    log: silent,
  });
  const end = () => {
    stop.abort();
    return caring;
  };
  return { ...queue, site, clock, stop: end };
}

const count = (told: string[], word: string) => told.filter((one) => one === word).length;

test('a worker beats every ten seconds and reconciles at start and once a minute', async () => {
  const { told, clock, stop } = set();

  await clock.pass(119_000);
  await stop();

  expect(count(told, 'beat')).toBe(12);
  expect(count(told, 'reconcile')).toBe(2);
});

test('old jobs are forgotten once an hour', async () => {
  const { told, clock, stop } = set();

  await clock.pass(2.5 * 3_600_000);
  await stop();

  expect(count(told, 'prune')).toBe(3);
});

test('a starting worker drops every tag once: a build’s pages are as old as the build', async () => {
  const { site, clock, stop } = set(fakeSite(), { owed: async () => [] });

  await clock.pass(180_000);
  await stop();

  expect(site.dropped).toEqual([[...ALL_TAGS]]);
});

test('a new build drops every tag once more', async () => {
  let build = 'build-1';
  const { site, clock, stop } = set(
    fakeSite({ freshness: async () => ({ build_id: build, tags: {} }) }),
    { owed: async () => [] },
  );
  await clock.pass(1_000);

  build = 'build-2';
  await clock.pass(120_000);
  await stop();

  expect(site.dropped).toEqual([[...ALL_TAGS], [...ALL_TAGS]]);
});

test('what is owed is told as soon as the site answers again', async () => {
  let down = true;
  const { owed, clock, stop } = set(
    fakeSite({
      invalidate: async ({ tags }) => {
        if (down) throw new SiteError('cache/invalidate answered 503');
        return tags;
      },
    }),
  );
  await clock.pass(65_000);
  expect(owed()).toHaveLength(11);

  down = false;
  await clock.pass(10_000);
  await stop();

  expect(owed()).toEqual([]);
});

test('a failing duty does not keep the others from being done', async () => {
  const { told, clock, stop } = set(fakeSite(), {
    reconcile: async () => {
      throw new Error('fetch failed');
    },
  });

  await clock.pass(25_000);
  await stop();

  expect(count(told, 'beat')).toBeGreaterThanOrEqual(2);
});
