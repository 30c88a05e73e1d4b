import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takingTurns } from './turns.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks for three turns at once; tells who has begun, and ends a turn by its number. */
function threeInARow() {
  const nextTurn = takingTurns(500);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  for (const number of [0, 1, 2]) {
    nextTurn().then((done) => {
      begun.push(number);
      ends[number] = done;
    });
  }
  return {
    begunAfter: async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms);
      return begun;
    },
    end: (number: number) => ends[number]?.(),
  };
}

test('each begins when the one before is done', async () => {
  const { begunAfter, end } = threeInARow();

  expect(await begunAfter(100)).toEqual([0]);
  end(0);
  expect(await begunAfter(100)).toEqual([0, 1]);
  end(1);
  expect(await begunAfter(0)).toEqual([0, 1, 2]);
});

test('one that takes long, or is never done, keeps no other waiting', async () => {
  const { begunAfter } = threeInARow();

  expect(await begunAfter(499)).toEqual([0]);
  expect(await begunAfter(1)).toEqual([0, 1]);
  expect(await begunAfter(500)).toEqual([0, 1, 2]);
});

test('nobody waits longer than eight seconds', async () => {
  const nextTurn = takingTurns(60_000);
  const begun = vi.fn();
  for (let asked = 0; asked < 5; asked += 1) nextTurn().then(begun);

  await vi.advanceTimersByTimeAsync(7_999);
  expect(begun).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toHaveBeenCalledTimes(5);
});
