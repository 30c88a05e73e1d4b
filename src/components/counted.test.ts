import { expect, test } from 'vitest';
import { counted } from './counted.ts';

test.each([
  [0, 'goal', '0 goals'],
  [1, 'goal', '1 goal'],
  [2, 'goal', '2 goals'],
  [1, 'match', '1 match'],
  [3, 'match', '3 matches'],
  [-10, 'point', '-10 points'],
] as const)('%i of a %s are %s', (count, noun, words) => {
  expect(counted(count, noun)).toBe(words);
});
