import { expect, test } from 'vitest';
import { inSeconds, tookMs } from './job-words.ts';

test.each([
  [0, '0.0 s'],
  [840, '0.8 s'],
  [12_400, '12 s'],
  [59_400, '59 s'],
  [185_000, '3 min 5 s'],
])('%i ms are told as %s', (ms, words) => {
  expect(inSeconds(ms)).toBe(words);
});

test('a running job has taken as long as it runs, and never less than nothing', () => {
  const running = { startedAt: '2026-11-18T21:00:00Z', completedAt: null };
  const at = (time: string) => Date.parse(`2026-11-18T${time}Z`);

  expect(tookMs(running, at('21:00:03'))).toBe(3_000);
  expect(tookMs(running, at('20:59:58'))).toBe(0);
  expect(tookMs({ startedAt: null, completedAt: null }, at('21:00:03'))).toBeNull();
});
