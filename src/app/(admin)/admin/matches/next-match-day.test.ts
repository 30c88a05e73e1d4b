import { expect, test } from 'vitest';
import { nextMatchDay } from './next-match-day.ts';

test.each([
  ['a week after the last', ['2026-11-12', '2026-11-19'], '2026-11-20', '2026-11-26'],
  ['today, when it is the day', ['2026-11-19'], '2026-11-26', '2026-11-26'],
  ['the next such day after a break', ['2026-10-01'], '2026-11-20', '2026-11-26'],
  ['after what is planned already', ['2026-12-03', '2026-11-26'], '2026-11-20', '2026-12-10'],
  ['across the change of the clocks', ['2026-10-22'], '2026-10-23', '2026-10-29'],
  ['unknown in a new club', [], '2026-11-20', ''],
])('%s', (_, days, today, next) => {
  expect(nextMatchDay(days, today)).toBe(next);
});
