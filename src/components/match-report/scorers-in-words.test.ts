import { expect, test } from 'vitest';
import { scorersInWords } from './scorers-in-words.ts';

const player = (playerId: number, name: string, goals: number) => ({
  playerId,
  name,
  goals,
  isRinger: false,
});
const side = (scorers: string) => ({ score: 5, players: ['Al', 'Ben', 'Cal'], scorers });

test('scorers are told by their goals, most first, own goals last', () => {
  const sheet = {
    matchId: 1,
    date: '2026-11-19',
    teamA: {
      score: 5,
      ownGoals: 2,
      players: [player(1, 'Al', 1), player(2, 'Ben (2)', 2), player(3, 'Cal', 0)],
    },
    teamB: { score: 0, ownGoals: 0, players: [player(4, 'Dan', 0)] },
  };
  const report = { sheet, teamA: side('Al, Ben (2), OG (2)'), teamB: side('') };

  expect(scorersInWords(report, 'teamA')).toBe('Ben (2) ×2, Al, own goal ×2');
  expect(scorersInWords(report, 'teamB')).toBe('No goals');
});

test('of a match that was changed since, the report’s own words are told', () => {
  const report = { sheet: null, teamA: side('Al (2), OG (1)'), teamB: side('') };

  expect(scorersInWords(report, 'teamA')).toBe('Al (2), OG (1)');
  expect(scorersInWords(report, 'teamB')).toBe('No goals');
});
