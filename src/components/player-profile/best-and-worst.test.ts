import { expect, test } from 'vitest';
import { bestAndWorst } from './best-and-worst.ts';

const mates = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    playerId: place + 1,
    name: `Player ${place + 1}`,
    games: 10,
    pointsPerGame: 20 - place,
  }));
const ids = (some: readonly { playerId: number }[]) => some.map(({ playerId }) => playerId);

test.each([
  [0, [], []],
  [1, [1], []],
  [4, [1, 2], [4, 3]],
  [7, [1, 2, 3, 4], [7, 6, 5]],
  [12, [1, 2, 3, 4, 5], [12, 11, 10, 9, 8]],
] as const)('of %i team-mates', (count, best, worst) => {
  const chemistry = bestAndWorst(mates(count));

  expect(ids(chemistry.best)).toEqual(best);
  expect(ids(chemistry.worst)).toEqual(worst);
});
