import { expect, test } from 'vitest';
import { dayOfYear, dayRange, longDate, monthOf, shortDate, shortMonthOf } from './dates.ts';

test('a date is written in words, whatever the time zone', () => {
  expect(longDate('2026-11-18')).toBe('Wednesday 18 November 2026');
  expect(longDate('2026-01-01')).toBe('Thursday 1 January 2026');
});

test('a date is written short', () => {
  expect(shortDate('2026-11-01')).toBe('1 Nov 2026');
  expect(dayOfYear('2026-11-01')).toBe('1 Nov');
  expect(monthOf('2026-11-01')).toBe('November');
  expect(shortMonthOf('2026-11-01')).toBe('Nov');
});

test.each([
  ['2026-11-18', '2026-11-18', '18 Nov 2026'],
  ['2026-01-07', '2026-11-18', '7 Jan – 18 Nov 2026'],
  ['2025-12-31', '2026-01-01', '31 Dec 2025 – 1 Jan 2026'],
])('from %s to %s is %s', (from, to, words) => {
  expect(dayRange(from, to)).toBe(words);
});
