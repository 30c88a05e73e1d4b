import { expect, test } from 'vitest';
import { type KeptSheet, keepSheet, readKept } from './kept-sheet.ts';

const PLAN = { kind: 'plan', id: 7 } as const;
const KEPT: KeptSheet = {
  sheet: {
    matchDate: '',
    lineUp: [
      { playerId: 1, team: 'A' },
      { playerId: 2, team: null },
    ],
    score: { A: 1, B: null },
    ownGoals: { A: 0, B: 0 },
    goals: { 1: 1 },
  },
  stage: 'result',
  version: 2,
};

/** A tab's storage that holds what it is given, as text. */
function shelf() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}

test('what is kept comes back as it was, for its own match only', () => {
  const storage = shelf();

  keepSheet(storage, PLAN, KEPT);

  expect(readKept(storage, PLAN)).toEqual(KEPT);
  expect(readKept(storage, { kind: 'plan', id: 8 })).toBeNull();
  expect(readKept(storage, { kind: 'match', id: 7 })).toBeNull();
});

test('what is saved is kept no longer', () => {
  const storage = shelf();
  keepSheet(storage, PLAN, KEPT);

  keepSheet(storage, PLAN, null);

  expect(storage.held.size).toBe(0);
});

test.each(['', '{', 'null', '{"sheet":{},"stage":"result","version":1}'])(
  'what cannot be read counts as nothing: %s',
  (text) => {
    const storage = shelf();
    keepSheet(storage, PLAN, KEPT);
    for (const key of storage.held.keys()) storage.held.set(key, text);

    expect(readKept(storage, PLAN)).toBeNull();
  },
);
