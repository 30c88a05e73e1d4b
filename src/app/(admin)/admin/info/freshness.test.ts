import { expect, test } from 'vitest';
import { freshnessHeadline, freshnessOf } from './freshness.ts';

const state = (computedVersion: number, servedVersion: number | null, tag = 'match_report') => ({
  tag,
  computedVersion,
  computedAsOf: '2026-11-18',
  computedAt: '2026-11-18T21:00:00Z',
  servedVersion,
});
const headline = (...tags: ReturnType<typeof state>[]) =>
  freshnessHeadline(freshnessOf({ sourceVersion: 7, tags }));

test('each kind of numbers has a name of its own and says how far it is behind', () => {
  const [report, season, half] = freshnessOf({
    sourceVersion: 7,
    tags: [state(5, 4), state(7, 7, 'season_stats'), state(7, 7, 'half_season_stats')],
  });

  expect(report).toMatchObject({ label: 'Match report', behind: 2, siteIsBehind: true });
  expect(season).toMatchObject({ label: 'Season tables', behind: 0, siteIsBehind: false });
  expect(half?.label).toBe('Half-season table');
});

test.each([
  [[state(7, 7), state(7, 7)], 'Up to date'],
  [[state(7, 7), state(6, 6)], '1 change behind'],
  [[state(4, 4), state(6, 6)], '3 changes behind'],
  [[state(7, 6), state(7, 7)], 'The site is behind'],
  [[state(7, null)], 'The site is silent'],
])('the worst of it is the headline (%#)', (tags, words) => {
  expect(headline(...tags).words).toBe(words);
});
