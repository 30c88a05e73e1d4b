import { expect, test } from 'vitest';
import { ALL_TAGS } from '../../src/jobs/stats-functions.ts';
import { type Alerts, takeCare } from '../src/caretaker.ts';
import type { Queue } from '../src/queue.ts';
import { SiteError } from '../src/site.ts';
import { fakeClock, fakeQueue, fakeSite, silent } from './fakes.ts';

function set(
  site = fakeSite(),
  {
    isOwed,
    alerts = null,
    ...replaced
  }: Partial<Queue> & { isOwed?: () => boolean; alerts?: Alerts | null } = {},
) {
  const clock = fakeClock();
  const stop = new AbortController();
  const queue = fakeQueue(replaced);
  const caring = takeCare({
    queue: queue.queue,
    site: site.site,
    version: '1.0.0',
    isOwed: isOwed ?? (() => queue.owed().length > 0),
    alerts,
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

test('an idle worker calls for nothing but to reconcile, at start and once a minute', async () => {
  let asked = 0;
  const { told, clock, stop } = set(fakeSite(), {
    owed: async () => {
      asked += 1;
      return [];
    },
    isOwed: () => false,
  });

  await clock.pass(179_000);
  await stop();

  expect(told).toEqual(['hello', 'reconcile', 'prune', 'reconcile', 'reconcile']);
  expect(asked).toBe(0);
});

test('a worker registers once, as soon as the database answers', async () => {
  let down = true;
  let registered = 0;
  const { clock, stop } = set(fakeSite(), {
    register: async () => {
      if (down) throw new Error('fetch failed');
      registered += 1;
    },
  });
  await clock.pass(20_000);

  down = false;
  await clock.pass(20_000);
  await stop();

  expect(registered).toBe(1);
});

test('old jobs are forgotten once an hour', async () => {
  const { told, clock, stop } = set();

  await clock.pass(2.5 * 3_600_000);
  await stop();

  expect(count(told, 'prune')).toBe(3);
});

test('many old jobs are forgotten in batches, until one is not full', async () => {
  const batches = [1_000, 1_000, 3];
  const { clock, stop } = set(fakeSite(), { prune: async () => batches.shift() ?? 0 });

  await clock.pass(1_000);
  await stop();

  expect(batches).toEqual([]);
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

test('an old page that outlived its dropping is dropped again within a minute', async () => {
  const dropped: string[][] = [];
  const { clock, stop } = set(
    fakeSite({
      invalidate: async ({ tags }) => {
        dropped.push(tags);
        return tags;
      },
    }),
    { owed: async () => [], noteServed: async () => (dropped.length < 2 ? ['match_report'] : []) },
  );

  await clock.pass(180_000);
  await stop();

  expect(dropped).toEqual([[...ALL_TAGS], ['match_report']]);
});

test('what the site serves is told to the queue once a minute: it notes which jobs were seen', async () => {
  const served: object[] = [];
  const { clock, stop } = set(fakeSite(), {
    owed: async () => [],
    noteServed: async (tags) => {
      served.push(tags);
      return [];
    },
  });

  await clock.pass(125_000);
  await stop();

  expect(served).toHaveLength(2);
  expect(served[0]).toMatchObject({ match_report: { run: 1 } });
});

test('a new build of which a tag could not be dropped drops every tag again', async () => {
  const dropped: string[][] = [];
  const { clock, stop } = set(
    fakeSite({
      invalidate: async ({ tags }) => {
        dropped.push(tags);
        return dropped.length === 1 ? tags.filter((tag) => tag !== 'match_report') : tags;
      },
    }),
    { owed: async () => [] },
  );

  await clock.pass(180_000);
  await stop();

  expect(dropped).toEqual([[...ALL_TAGS], [...ALL_TAGS]]);
});

test('a site that does not know every tag yet, being older than the worker, is told once a minute', async () => {
  let tellings = 0;
  const { clock, stop } = set(
    fakeSite({
      invalidate: async ({ tags }) => {
        tellings += 1;
        return tags.filter((tag) => tag !== 'match_report');
      },
    }),
    { owed: async () => [] },
  );

  await clock.pass(125_000);
  await stop();

  expect(tellings).toBe(3);
});

test('a worker that stops begins no further duty', async () => {
  let finish = () => {};
  const { told, clock, stop } = set(fakeSite(), {
    reconcile: () =>
      new Promise((resolve) => {
        finish = () => resolve(null);
      }),
  });
  await clock.pass(1_000);

  const stopped = stop();
  finish();
  await stopped;

  expect(told).toEqual(['hello']);
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
  await clock.pass(3_000);
  await stop();

  expect(owed()).toEqual([]);
});

test('a failing duty does not keep the others from being done', async () => {
  const { told, owed, clock, stop } = set(fakeSite(), {
    reconcile: async () => {
      throw new Error('fetch failed');
    },
  });

  await clock.pass(1_000);
  await stop();

  expect(told).toEqual(['hello', 'prune']);
  expect(owed()).toEqual([]);
});

test('people are told of failed jobs once a minute, and at the next look when one failed here', async () => {
  let failedHere = false;
  let told = 0;
  const alerts = {
    areDue: () => failedHere,
    send: async () => {
      told += 1;
      failedHere = false;
    },
  };
  const { clock, stop } = set(fakeSite(), { alerts });
  await clock.pass(30_000);
  expect(told).toBe(1);

  failedHere = true;
  await clock.pass(3_000);
  expect(told).toBe(2);

  await clock.pass(60_000);
  await stop();
  expect(told).toBe(3);
});
