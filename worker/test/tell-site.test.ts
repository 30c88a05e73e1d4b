import { expect, test } from 'vitest';
import { SiteError } from '../src/site.ts';
import { tellSite } from '../src/tell-site.ts';
import { fakeQueue, fakeSite, noSleep, silent } from './fakes.ts';

const ASKED = {
  requestId: '00000000-0000-4000-8000-000000000003',
  requiredVersion: 7,
  requiredAsOf: '2026-11-23',
  tags: ['all_time_stats', 'match_report'],
} as const;

const never = new AbortController().signal;

test('every owed tag is dropped, with those of what pages read beside', async () => {
  const { queue, owed } = fakeQueue();
  const { site, dropped } = fakeSite();

  const told = await tellSite(ASKED, { queue, site, sleep: noSleep, log: silent }, never);

  expect(told).toEqual({ invalidated: true, visible: true });
  expect(dropped[0]).toEqual(expect.arrayContaining(['all_time_stats', 'players', 'matches']));
  expect(owed()).toEqual([]);
});

test('a site that was down for a moment is told again', async () => {
  let calls = 0;
  const { queue, owed } = fakeQueue();
  const { site } = fakeSite({
    invalidate: async ({ tags }) => {
      calls += 1;
      if (calls === 1) throw new SiteError('cache/invalidate answered 503');
      return tags;
    },
  });

  const told = await tellSite(ASKED, { queue, site, sleep: noSleep, log: silent }, never);

  expect(told).toEqual({ invalidated: true, visible: true });
  expect(owed()).toEqual([]);
});

test('a tag the site could not drop stays owed', async () => {
  const { queue, owed } = fakeQueue();
  const { site } = fakeSite({
    invalidate: async ({ tags }) => tags.filter((tag) => tag !== 'match_report'),
  });

  const told = await tellSite(ASKED, { queue, site, sleep: noSleep, log: silent }, never);

  expect(told.invalidated).toBe(false);
  expect(owed()).toEqual([{ tag: 'match_report', run: 1 }]);
});

test('nothing is paid while the site keeps what pages read beside the aggregates', async () => {
  const { queue, owed } = fakeQueue();
  const { site } = fakeSite({
    invalidate: async ({ tags }) => tags.filter((tag) => tag !== 'players'),
  });

  const told = await tellSite(ASKED, { queue, site, sleep: noSleep, log: silent }, never);

  expect(told.invalidated).toBe(false);
  expect(owed()).toHaveLength(11);
});

const FRESH = { version: 7, as_of: '2026-11-23', run: 1 };

test.each([
  ['an older version', { ...FRESH, version: 6 }],
  ['an older day', { ...FRESH, as_of: '2026-11-22' }],
  ['no day', { ...FRESH, as_of: null }],
  ['an older run of the same version and day', { ...FRESH, run: 0 }],
])(
  'a page cached from before the run, of %s, is dropped again until it is fresh',
  async (_, old) => {
    let looks = 0;
    const { queue } = fakeQueue();
    const { site, dropped } = fakeSite({
      freshness: async () => {
        looks += 1;
        return {
          build_id: 'b',
          tags: { all_time_stats: looks === 1 ? old : FRESH, match_report: FRESH },
        };
      },
    });

    const told = await tellSite(ASKED, { queue, site, sleep: noSleep, log: silent }, never);

    expect(told.visible).toBe(true);
    expect(dropped[1]).toEqual(['all_time_stats']);
  },
);

test('what is fresh after the last dropping is visible', async () => {
  let drops = 0;
  const { queue } = fakeQueue();
  const { site } = fakeSite({
    invalidate: async ({ tags }) => {
      drops += 1;
      return tags;
    },
    // Of three tries each drops what is owed, if anything is left, and then what is still old.
    freshness: async () => {
      const seen = drops < 4 ? { ...FRESH, run: 0 } : FRESH;
      return { build_id: 'b', tags: { all_time_stats: seen, match_report: FRESH } };
    },
  });

  const told = await tellSite(ASKED, { queue, site, sleep: noSleep, log: silent }, never);

  expect([drops, told]).toEqual([4, { invalidated: true, visible: true }]);
});

test('what is never seen to be fresh is not called visible', async () => {
  const { queue } = fakeQueue();
  const { site } = fakeSite({ freshness: async () => ({ build_id: 'b', tags: {} }) });

  const told = await tellSite(ASKED, { queue, site, sleep: noSleep, log: silent }, never);

  expect(told).toEqual({ invalidated: true, visible: false });
});

test('what was dropped is visible, also when the site is too busy to be asked', async () => {
  const { queue } = fakeQueue();
  const { site } = fakeSite({
    freshness: async () => {
      throw new SiteError('freshness did not answer in time');
    },
  });

  const told = await tellSite(ASKED, { queue, site, sleep: noSleep, log: silent }, never);

  expect(told).toEqual({ invalidated: true, visible: true });
});
