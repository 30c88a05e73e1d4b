import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('what is the same has none, in whatever order its keys are', () => {
  expect(differences({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toEqual([]);
});

test('a value that differs is told with its place', () => {
  expect(differences({ a: { b: [1, 2] } }, { a: { b: [1, 3] } })).toEqual([
    { path: ['a', 'b', '1'], found: 2, expected: 3 },
  ]);
});

test('what one of them has not is undefined there', () => {
  expect(differences({ a: [1] }, { a: [1, 2] })).toEqual([
    { path: ['a', '1'], found: undefined, expected: 2 },
  ]);
  expect(differences(undefined, { a: 1 })).toEqual([
    { path: [], found: undefined, expected: { a: 1 } },
  ]);
});

test('two kinds of value differ as a whole', () => {
  expect(differences({ a: [] }, { a: {} })).toEqual([{ path: ['a'], found: [], expected: {} }]);
  expect(differences({ a: null }, { a: {} })).toEqual([{ path: ['a'], found: null, expected: {} }]);
  expect(differences({ a: '1' }, { a: 1 })).toEqual([{ path: ['a'], found: '1', expected: 1 }]);
});
