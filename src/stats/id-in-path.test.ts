import { expect, test } from 'vitest';
import { idInPath, NOT_AT_BUILD } from './id-in-path.ts';

test.each([
  ['1', 1],
  ['2147483647', 2_147_483_647],
])('%s is an id', (segment, id) => {
  expect(idInPath(segment)).toBe(id);
});

test.each([
  '',
  '0',
  '007',
  '-1',
  '1.5',
  '1e3',
  ' 1',
  '2147483648',
  '99999999999',
  'me',
  NOT_AT_BUILD,
])('"%s" is none', (segment) => {
  expect(idInPath(segment)).toBeNull();
});
