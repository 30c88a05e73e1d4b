import { expect, test } from 'vitest';
import { freshnessOf, staleHeadline, staleWords } from './freshness.ts';

const state = (computedVersion: number, servedVersion: number | null, tag = 'match_report') => ({
  tag,
  computedVersion,
  computedAsOf: '2026-11-18',
  computedAt: '2026-11-18T21:00:00Z',
  servedVersion,
});
const on = (today: string, ...tags: ReturnType<typeof state>[]) =>
  freshnessOf({ sourceVersion: 7, today, tags });

test('each kind of stats has a name of its own and says how far it is behind', () => {
  const [report, season, half] = on(
    '2026-11-18',
    state(5, 4),
    state(7, 7, 'season_stats'),
    state(7, 7, 'half_season_stats'),
  );

  expect(report).toMatchObject({ label: 'Match report', behind: 2, siteIsBehind: true });
  expect(season).toMatchObject({ label: 'Season tables', behind: 0, siteIsBehind: false });
  expect(half?.label).toBe('Half-season table');
});

test.each([
  [[state(7, 7), state(7, 7)], null],
  [[state(7, 7), state(6, 6)], '1 change behind'],
  [[state(4, 4), state(6, 6)], '3 changes behind'],
  [[state(7, 6), state(7, null)], 'Site behind'],
  [[state(7, null), state(7, 7)], 'Site unknown'],
])('the worst of it is the headline (%#)', (tags, words) => {
  expect(staleHeadline(on('2026-11-18', ...tags))).toBe(words);
});

test('after the day has turned the stats of yesterday are behind, without any change', () => {
  expect(staleHeadline(on('2026-11-19', state(7, 7)))).toBe('1 day behind');
  expect(staleHeadline(on('2026-12-01', state(7, 7)))).toBe('13 days behind');
});

test('where it is not known what the site shows, no stats are called current', () => {
  expect(on('2026-11-18', state(7, null)).map(staleWords)).toEqual(['Site unknown']);
});
