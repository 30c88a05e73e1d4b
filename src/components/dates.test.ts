import { expect, test } from 'vitest';
import { longDate } from './dates.ts';

test('a day is told in words and does not move with the time zone', () => {
  expect(longDate('2026-11-18')).toBe('Wednesday 18 November 2026');
  expect(longDate('2026-01-01')).toBe('Thursday 1 January 2026');
});
