import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { within } from '../src/within.ts';

test('a call that is answered in time is not disturbed, and leaves no timer', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  let seen: AbortSignal | undefined;

  const answer = await within(60_000, async (deadline) => {
    seen = deadline;
    return 'here';
  });

  expect(answer).toBe('here');
  expect(seen?.aborted).toBe(false);
  expect(timers()).toBe(before);
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
