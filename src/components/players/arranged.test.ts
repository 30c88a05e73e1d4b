import { expect, test } from 'vitest';
import type { DirectoryPlayer } from '@/stats/player-directory.ts';
import { arranged } from './arranged.ts';

let playerId = 0;
function player(name: string, changes: Partial<DirectoryPlayer> = {}): DirectoryPlayer {
  playerId += 1;
  return {
    playerId,
    name,
    kind: 'regular',
    record: { games: 0, goals: 0, points: 0 },
    form: [],
    rating: null,
    ...changes,
  };
}
const record = (games: number, goals: number, points: number) => ({ games, goals, points });
const names = (players: readonly DirectoryPlayer[]) => players.map(({ name }) => name);

const CLUB = [
  player('Zoë Abbott', { record: record(5, 9, 10), rating: -2.5 }),
  player('Nathan Thorne (2)', { record: record(9, 0, 40), rating: 8 }),
  player('Nathan Thorne', { record: record(9, 4, -10) }),
  player('Ola Guest', { kind: 'ringer', record: null, rating: 9 }),
];

test.each([
  ['name', ['Nathan Thorne', 'Nathan Thorne (2)', 'Ola Guest', 'Zoë Abbott']],
  ['games', ['Nathan Thorne', 'Nathan Thorne (2)', 'Zoë Abbott', 'Ola Guest']],
  ['goals', ['Zoë Abbott', 'Nathan Thorne', 'Nathan Thorne (2)', 'Ola Guest']],
  ['points', ['Nathan Thorne (2)', 'Zoë Abbott', 'Nathan Thorne', 'Ola Guest']],
  ['rating', ['Ola Guest', 'Nathan Thorne (2)', 'Zoë Abbott', 'Nathan Thorne']],
] as const)('in order of %s', (order, expected) => {
  expect(names(arranged(CLUB, '', order))).toEqual(expected);
});

test.each([
  ['zoe', ['Zoë Abbott']],
  [' THORNE  nathan ', ['Nathan Thorne', 'Nathan Thorne (2)']],
  ['(2)', ['Nathan Thorne (2)']],
  ['nobody', []],
])('a search for %s', (search, expected) => {
  expect(names(arranged(CLUB, search, 'name'))).toEqual(expected);
});
