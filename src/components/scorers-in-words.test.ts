import { expect, test } from 'vitest';
import { scorersInWords } from './scorers-in-words.ts';

test('scorers are told with their goals, own goals last', () => {
  const scorers = [
    { name: 'Ben (2)', goals: 2 },
    { name: 'Al', goals: 1 },
  ];

  expect(scorersInWords({ scorers, ownGoals: 2 })).toBe('Ben (2)\u00a0×2, Al, own goal\u00a0×2');
  expect(scorersInWords({ scorers: [], ownGoals: 1 })).toBe('own goal');
  expect(scorersInWords({ scorers: [], ownGoals: 0 })).toBe('');
});
