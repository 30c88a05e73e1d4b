import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inBatches } from '../src/in-batches.ts';

/** A receiver that answers each call only when the test says so. */
function slowReceiver() {
  const calls: { items: readonly string[]; answer: PromiseWithResolvers<void> }[] = [];
  const send = inBatches<string>((items) => {
    const answer = Promise.withResolvers<void>();
    calls.push({ items, answer });
    return answer.promise;
  });
  return { send, calls };
}

test('what comes at the same moment goes in one call', async () => {
  const { send, calls } = slowReceiver();

  const sent = Promise.all(['a', 'b', 'c'].map(send));
  await setImmediate();
  calls[0]?.answer.resolve();
  await sent;

  expect(calls.map(({ items }) => items)).toEqual([['a', 'b', 'c']]);
});

test('what comes while a call is under way goes in the next, and is not sent before', async () => {
  const { send, calls } = slowReceiver();
  const sent: string[] = [];
  const note = (item: string) => send(item).then(() => sent.push(item));

  const first = note('a');
  await setImmediate();
  const others = Promise.all([note('b'), note('c')]);
  calls[0]?.answer.resolve();
  await first;
  await setImmediate();
  expect(sent).toEqual(['a']);
  calls[1]?.answer.resolve();
  await others;

  expect(calls.map(({ items }) => items)).toEqual([['a'], ['b', 'c']]);
});

test('a call that fails fails what was in it, and whatever comes after', async () => {
  const { send, calls } = slowReceiver();

  const first = send('a');
  await setImmediate();
  const second = send('b');
  calls[0]?.answer.reject(new Error('the lease is lost'));

  await expect(first).rejects.toThrow('the lease is lost');
  await expect(second).rejects.toThrow('the lease is lost');
  expect(calls).toHaveLength(1);
});
