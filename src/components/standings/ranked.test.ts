import { expect, test } from 'vitest';
import { ranked } from './ranked.ts';

const player = (playerId: number, points: number, minutesPerGoal: number | null = null) => ({
  playerId,
  name: `Player ${playerId}`,
  points,
  pointsPerGame: points / 10,
  minutesPerGoal,
});
const placesOf = (rows: ReturnType<typeof ranked>) =>
  rows.map(({ place, row }) => [place, row.playerId]);

test('players who are level share a place, and the next place is left out', () => {
  const rows = [player(1, 50), player(2, 70), player(3, 90), player(4, 70)];

  const places = placesOf(ranked(rows, { value: ({ points }) => points, best: 'most' }));

  expect(places).toEqual([
    [1, 3],
    [2, 2],
    [2, 4],
    [4, 1],
  ]);
});

test('players without a number come last, whichever way is better', () => {
  const rows = [player(1, 10), player(2, 20, 30), player(3, 30, 12.5)];

  const least = ranked(rows, { value: (row) => row.minutesPerGoal, best: 'least' });
  const most = ranked(rows, { value: (row) => row.minutesPerGoal, best: 'most' });

  expect(least.map(({ row }) => row.playerId)).toEqual([3, 2, 1]);
  expect(most.map(({ row }) => row.playerId)).toEqual([2, 3, 1]);
});

test('no players, no places', () => {
  expect(ranked([], { value: () => 1, best: 'most' })).toEqual([]);
});
