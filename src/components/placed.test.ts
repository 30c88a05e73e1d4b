import { expect, test } from 'vitest';
import { placed } from './placed.ts';

test('players level on points share a place, and the next place is left out', () => {
  const players = [{ points: 90 }, { points: 70 }, { points: 70 }, { points: 50 }];

  const places = placed(players).map(({ place }) => place);

  expect(places).toEqual([1, 2, 2, 4]);
});

test('nobody has no place', () => {
  expect(placed([])).toEqual([]);
});
