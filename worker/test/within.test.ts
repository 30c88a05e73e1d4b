import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { within } from '../src/within.ts';

test('a call that is answered in time is not disturbed, and leaves no timer', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let seen: AbortSignal | undefined;

  const answer = await within(60_000, async (deadline) => {
    seen = deadline;
    return 'here';
  });

  expect(answer).toBe('here');
  expect(seen?.aborted).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test('a call that takes too long is told so', async () => {
  const call = within(10, (deadline) => sleep(60_000, undefined, { signal: deadline }));

  await expect(call).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
});

test('a call that fails fails as it does', async () => {
  await expect(within(60_000, () => Promise.reject(new Error('fetch failed')))).rejects.toThrow(
    'fetch failed',
  );
});
