import { expect, test } from 'vitest';
import { warningIn } from './logs.ts';

test('a warning is told in a line, with what went wrong', () => {
  const line = JSON.stringify({
    level: 40,
    event: 'site.tell_failed',
    err: { type: 'TypeError', message: 'fetch failed', stack: '…' },
  });

  expect(warningIn(line)).toBe('site.tell_failed: fetch failed');
  expect(warningIn('{"level":50,"event":"job.run_broke"}')).toBe('job.run_broke');
});

test.each([
  ['what the worker has repaired', '{"level":40,"event":"queue.reconciled"}'],
  ['an event of every day', '{"level":30,"event":"job.claimed"}'],
  ['a line of another kind', '▲ Next.js 16'],
  ['half a line', '{"level":40,'],
])('%s is not', (_, line) => {
  expect(warningIn(line)).toBeUndefined();
});
