import { expect, test } from 'vitest';
import { lastClubNight, matchDates } from './calendar.ts';
import { Random } from './random.ts';

test.each([
  ['on a Thursday', '2026-11-19', '2026-11-12'],
  ['on a Friday', '2026-11-20', '2026-11-19'],
  ['on a Wednesday', '2026-11-18', '2026-11-12'],
  ['across a leap day', '2024-03-06', '2024-02-29'],
  ['on Christmas Eve', '2026-12-24', '2026-12-17'],
  ['on New Year’s Day', '2026-01-01', '2025-12-18'],
  ['early in January', '2026-01-07', '2025-12-18'],
  ['on the first Thursday after the break', '2026-01-08', '2025-12-18'],
  ['the day after it', '2026-01-09', '2026-01-08'],
])('the last club night, seen %s', (_, today, night) => {
  expect(lastClubNight(today)).toBe(night);
});

test('a year of Thursdays has a Christmas break and a few nights called off', () => {
  const dates = matchDates('2026-11-19', 300, 7, new Random(1));
  const weeks = (Date.parse('2026-11-19') - Date.parse(String(dates[0]))) / (7 * 86_400_000) + 1;

  expect(dates.filter((date) => date.includes('-12-25'))).toEqual([]);
  expect(weeks - dates.length).toBeGreaterThan(12);
  expect(weeks - dates.length).toBeLessThan(40);
});

test.each(['2026-02-29', '2026-2-1', 'today', ''])('%j is no day', (date) => {
  expect(() => lastClubNight(date)).toThrow(RangeError);
});
