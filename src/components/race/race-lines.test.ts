import { expect, test } from 'vitest';
import { monthEnds, raceLines, totalOn } from './race-lines.ts';

const al = {
  playerId: 1,
  name: 'Al',
  totals: [
    { date: '2026-01-01', points: 0 },
    { date: '2026-01-08', points: 20 },
    { date: '2026-02-05', points: 10 },
  ],
};
const ben = {
  playerId: 2,
  name: 'Ben',
  totals: [
    { date: '2026-01-01', points: 0 },
    { date: '2026-01-29', points: 30 },
  ],
};

test('every day that somebody played has the totals of all', () => {
  expect(raceLines([al, ben])).toEqual([
    { day: Date.UTC(2026, 0, 1), 'player-1': 0, 'player-2': 0 },
    { day: Date.UTC(2026, 0, 8), 'player-1': 20, 'player-2': 0 },
    { day: Date.UTC(2026, 0, 29), 'player-1': 20, 'player-2': 30 },
    { day: Date.UTC(2026, 1, 5), 'player-1': 10, 'player-2': 30 },
  ]);
});

test('a month ends with its last day played', () => {
  expect(monthEnds([al, ben])).toEqual(['2026-01-29', '2026-02-05']);
  expect(totalOn(ben, '2026-01-28')).toBe(0);
  expect(totalOn(ben, '2026-02-05')).toBe(30);
});

test('a race without players has no lines', () => {
  expect(raceLines([])).toEqual([]);
  expect(monthEnds([])).toEqual([]);
});
