import { expect, test } from 'vitest';
import { distinctNames } from './distinct-names.ts';

test('players who share a name are numbered in the order of their ids', () => {
  const names = distinctNames([
    { playerId: 9, name: 'Nathan Thorne' },
    { playerId: 2, name: 'Nathan Thorne' },
    { playerId: 4, name: 'Sam Oakes' },
    { playerId: 5, name: 'Nathan Thorne' },
  ]);

  expect([...names]).toEqual([
    [2, 'Nathan Thorne'],
    [4, 'Sam Oakes'],
    [5, 'Nathan Thorne (2)'],
    [9, 'Nathan Thorne (3)'],
  ]);
});

test('a number that an admin has put into a name already is not given again', () => {
  const names = distinctNames([
    { playerId: 1, name: 'Sam Oakes' },
    { playerId: 2, name: 'Sam Oakes' },
    { playerId: 3, name: 'Sam Oakes (2)' },
  ]);

  expect([...names.values()]).toEqual(['Sam Oakes', 'Sam Oakes (3)', 'Sam Oakes (2)']);
});
