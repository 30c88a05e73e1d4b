import { expect, test } from 'vitest';
import { ago, inSeconds } from './time-words.ts';

test.each([
  [0, '0.0 s'],
  [840, '0.8 s'],
  [12_400, '12 s'],
  [59_400, '59 s'],
  [185_000, '3 min 5 s'],
])('%i ms are told as %s', (ms, words) => {
  expect(inSeconds(ms)).toBe(words);
});

test.each([
  ['21:00:00', 'just now'],
  ['21:00:40', '40 s ago'],
  ['21:05:59', '5 min ago'],
  ['23:59:00', '2 h ago'],
])('what was at 21:00 is told at %s as %s', (time, words) => {
  expect(ago('2026-11-18T21:00:00Z', Date.parse(`2026-11-18T${time}Z`))).toBe(words);
});

test('what a server with a fast clock wrote was just now', () => {
  expect(ago('2026-11-18T21:00:03Z', Date.parse('2026-11-18T21:00:00Z'))).toBe('just now');
});
