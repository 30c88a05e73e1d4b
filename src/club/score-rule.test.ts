import { expect, test } from 'vitest';
import { resultEntry } from './result.ts';
import { scoreProblem } from './score-rule.ts';

const side = { players: 5, score: 3, goals: 2, ownGoals: 1 };

test.each([
  [side, null],
  [{ ...side, score: 0, goals: 0, ownGoals: 0 }, null],
  [{ ...side, goals: 1 }, '1 goal of 3 still needs a scorer.'],
  [{ ...side, goals: 0 }, '2 goals of 3 still need a scorer.'],
  [
    { ...side, goals: 3 },
    '1 goal too many: the score is 3, but scorers and own goals add up to 4.',
  ],
  [
    { ...side, score: 1 },
    '2 goals too many: the score is 1, but scorers and own goals add up to 3.',
  ],
  [{ ...side, players: 0, score: 0, goals: 0, ownGoals: 0 }, 'This team has no players.'],
])('%o', (given, problem) => {
  expect(scoreProblem(given)).toBe(problem);
});

const RESULT = {
  requestId: '6b7b3f6e-0d6b-4d0a-9a3f-0f6f5d0c1a11',
  version: 1,
  matchDate: '2026-11-19',
  score: { A: 2, B: 1 },
  ownGoals: { A: 0, B: 1 },
  appearances: [
    { playerId: 1, team: 'A', goals: 2 },
    { playerId: 2, team: 'B', goals: 0 },
  ],
};

test('a result that adds up is taken', () => {
  expect(resultEntry.parse(RESULT)).toEqual(RESULT);
});

test.each([
  ['a goal without a scorer', { score: { A: 3, B: 1 } }, 'score.A'],
  ['an own goal too many', { ownGoals: { A: 0, B: 2 } }, 'score.B'],
  [
    'a team of nobody',
    {
      score: { A: 2, B: 0 },
      ownGoals: { A: 0, B: 0 },
      appearances: RESULT.appearances.slice(0, 1),
    },
    'score.B',
  ],
  [
    'somebody twice',
    { appearances: [...RESULT.appearances, { playerId: 1, team: 'B', goals: 0 }] },
    'appearances',
  ],
  ['half a goal', { ownGoals: { A: 0, B: 0.5 } }, 'ownGoals.B'],
  ['a day that is none', { matchDate: '2026-02-30' }, 'matchDate'],
  ['an unknown field', { teamAScore: 2 }, ''],
])('%s is refused, at its place', (_, change, path) => {
  const parsed = resultEntry.safeParse({ ...RESULT, ...change });

  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
});
