import { describe, expect, test } from 'vitest';
import type { StatsOutcome } from '@/club/stats-outcome.ts';
import { type MatchSheet, resultOf, sheetOfMatch, sideProblem, teamsOf } from './match-sheet.ts';
import {
  isPlanChanged,
  isUnsaved,
  type MatchAction,
  type MatchState,
  type MatchSubject,
  matchReducer,
  openMatch,
  stageProblem,
} from './match-state.ts';

const PLAN: MatchSubject = { kind: 'plan', id: 7, version: 1 };
const EMPTY: MatchSheet = {
  matchDate: '2026-11-26',
  lineUp: [],
  score: { A: null, B: null },
  ownGoals: { A: 0, B: 0 },
  goals: {},
};
const STATS: StatsOutcome = { success: false, problem: 'The database did not answer.' };

const play = (state: MatchState, ...actions: readonly MatchAction[]) =>
  actions.reduce(matchReducer, state);

const drafted = openMatch(PLAN, EMPTY);
const picked = play(drafted, { type: 'picked', playerIds: [1, 2, 3, 4] });
const arranged = play(picked, { type: 'arranged', teams: { A: [1, 2], B: [3, 4] } });
const scored = play(
  arranged,
  { type: 'turned-to', stage: 'result' },
  { type: 'score-entered', team: 'A', score: 2 },
  { type: 'score-entered', team: 'B', score: 1 },
  { type: 'scored', playerId: 1, goals: 2 },
  { type: 'own-goals-entered', team: 'B', ownGoals: 1 },
);
const completed = play(scored, { type: 'completed', matchId: 9, stats: STATS, askedAt: 5 });

const left = { sheet: scored.sheet, stage: 'result', version: 1 } as const;
const openReordered = () =>
  play(openMatch(PLAN, picked.sheet), { type: 'picked', playerIds: [4, 3, 2, 1] });

describe('where a match opens', () => {
  test.each([
    ['an empty plan', PLAN, EMPTY, 'draft'],
    ['a plan with a pool', PLAN, picked.sheet, 'teams'],
    ['a result', { kind: 'match', id: 9, version: 3 } as const, scored.sheet, 'result'],
  ])('%s', (_, subject, sheet, stage) => {
    expect(openMatch(subject, sheet).stage).toBe(stage);
  });
});

describe('no stage before its time', () => {
  test.each([
    ['teams of nobody', drafted, 'teams', 'Pick at least two players first.'],
    [
      'teams on no day',
      play(picked, { type: 'dated', matchDate: '' }),
      'teams',
      'Choose a day first.',
    ],
    ['a result without teams', picked, 'result', 'Put players in both teams first.'],
    ['an end without a score', arranged, 'completed', "The result doesn't add up yet."],
  ] as const)('%s', (_, state, stage, problem) => {
    expect(stageProblem(stage, state)).toBe(problem);
    if (stage !== 'completed') {
      expect(play(state, { type: 'turned-to', stage }).stage).toBe(state.stage);
    }
  });

  test('and back is always open', () => {
    expect(play(scored, { type: 'turned-to', stage: 'draft' }).stage).toBe('draft');
  });
});

describe('the pool and the teams', () => {
  test('who stays in the pool stays in the team, who is new is in none', () => {
    const { sheet } = play(arranged, { type: 'picked', playerIds: [1, 4, 5] });

    expect(sheet.lineUp).toEqual([
      { playerId: 1, team: 'A' },
      { playerId: 4, team: 'B' },
      { playerId: 5, team: null },
    ]);
  });

  test('a move changes one player’s team, and may take him out', () => {
    const { sheet } = play(
      arranged,
      { type: 'moved', playerId: 1, team: 'B' },
      { type: 'moved', playerId: 3, team: null },
    );

    expect(teamsOf(sheet)).toEqual({ A: [2], B: [1, 4] });
  });

  test('the goals of who leaves a team are kept for when he comes back', () => {
    const away = play(scored, { type: 'moved', playerId: 1, team: null });
    const back = play(away, { type: 'moved', playerId: 1, team: 'A' });

    expect(sideProblem('A', away.sheet)).toBe('2 goals of 2 still need a scorer.');
    expect(resultOf(back.sheet)).toEqual(resultOf(scored.sheet));
  });

  test('the same pool in another order is no change', () => {
    const stored = { ...arranged, stored: arranged.sheet };
    const turned = play(stored, { type: 'picked', playerIds: [4, 3, 2, 1] });

    expect(isPlanChanged(turned)).toBe(false);
    expect(isPlanChanged(play(turned, { type: 'moved', playerId: 1, team: 'B' }))).toBe(true);
  });
});

describe('the result', () => {
  test('adds up, with everybody who played', () => {
    expect(resultOf(scored.sheet)).toEqual({
      matchDate: '2026-11-26',
      score: { A: 2, B: 1 },
      ownGoals: { A: 0, B: 1 },
      appearances: [
        { playerId: 1, team: 'A', goals: 2 },
        { playerId: 2, team: 'A', goals: 0 },
        { playerId: 3, team: 'B', goals: 0 },
        { playerId: 4, team: 'B', goals: 0 },
      ],
    });
  });

  test('no score is not 0–0', () => {
    const { sheet } = play(scored, { type: 'score-entered', team: 'A', score: null });

    expect(sideProblem('A', sheet)).toBe('Enter the score.');
    expect(resultOf(sheet)).toBeNull();
  });

  test('of a stored match is the match', () => {
    const match = {
      matchId: 9,
      version: 3,
      matchDate: '2026-11-19',
      score: { A: 1, B: 0 },
      ownGoals: { A: 0, B: 0 },
      appearances: [
        { playerId: 1, team: 'A' as const, goals: 1 },
        { playerId: 2, team: 'B' as const, goals: 0 },
      ],
    };
    const { matchId: _, version: __, ...result } = match;

    expect(resultOf(sheetOfMatch(match))).toEqual(result);
  });
});

describe('saving', () => {
  test('a saved plan is no change any more, but what was entered meanwhile is', () => {
    const saving = play(picked, { type: 'saving' });
    const meanwhile = play(saving, { type: 'picked', playerIds: [1, 2] });
    const saved = { type: 'plan-saved', sheet: saving.sheet, id: 7, version: 2 } as const;

    expect(isPlanChanged(play(saving, saved))).toBe(false);
    expect(isPlanChanged(play(meanwhile, saved))).toBe(true);
    expect(play(saving, saved).subject.version).toBe(2);
  });

  test('a refusal keeps what was entered', () => {
    const trouble = { kind: 'signed-out' } as const;
    const refused = play(scored, { type: 'saving' }, { type: 'refused', trouble });

    expect(refused).toEqual({ ...scored, trouble });
  });

  test('keeping mine after a conflict saves it over theirs', () => {
    const kept = play(scored, { type: 'mine-kept', version: 4 });

    expect(kept.sheet).toBe(scored.sheet);
    expect(kept.subject.version).toBe(4);
  });

  test('taking theirs goes back to the teams where theirs has none', () => {
    const taken = play(scored, { type: 'theirs-taken', sheet: picked.sheet, version: 4 });

    expect(taken).toMatchObject({ stage: 'teams', sheet: picked.sheet, subject: { version: 4 } });
    expect(isPlanChanged(taken)).toBe(false);
  });
});

describe('what is entered and not saved', () => {
  test.each([
    ['a plan as it is stored', openMatch(PLAN, picked.sheet), false],
    ['the same pool in another order', openReordered(), false],
    ['a player moved', play(arranged, { type: 'moved', playerId: 1, team: null }), true],
    ['a score of nothing', play(arranged, { type: 'score-entered', team: 'A', score: 0 }), true],
    ['one goal', play(drafted, { type: 'scored', playerId: 1, goals: 1 }), true],
    [
      'a goal taken back',
      play(
        drafted,
        { type: 'scored', playerId: 1, goals: 1 },
        { type: 'scored', playerId: 1, goals: 0 },
      ),
      false,
    ],
    ['a completed match', completed, false],
  ])('%s', (_, state, unsaved) => {
    expect(isUnsaved(state)).toBe(unsaved);
  });

  test('a saved plan does not hold the score', () => {
    const { sheet } = scored;

    const saved = play(scored, { type: 'plan-saved', sheet, id: 7, version: 2 });

    expect(isUnsaved(saved)).toBe(true);
    expect(isPlanChanged(saved)).toBe(false);
  });

  test('comes back at its stage and at the version it was entered for', () => {
    const reopened = openMatch({ ...PLAN, version: 3 }, arranged.sheet);

    const resumed = play(reopened, { type: 'resumed', ...left, version: 2 });

    expect(resumed).toMatchObject({ stage: 'result', sheet: left.sheet, isResumed: true });
    expect(resumed.subject.version).toBe(2);
  });

  test('is no news where the same was saved since', () => {
    const reopened = openMatch({ kind: 'match', id: 9, version: 2 }, scored.sheet);

    expect(play(reopened, { type: 'resumed', ...left })).toBe(reopened);
  });

  test('may be let go of', () => {
    const resumed = play(arranged, { type: 'resumed', ...left });

    const afresh = play(resumed, { type: 'reopened', subject: PLAN, sheet: EMPTY });

    expect(afresh).toEqual(drafted);
  });
});

describe('a completed match', () => {
  test('takes no more input', () => {
    const entries: MatchAction[] = [
      { type: 'scored', playerId: 1, goals: 9 },
      { type: 'turned-to', stage: 'draft' },
      { type: 'saving' },
      { type: 'completed', matchId: 10, stats: STATS, askedAt: 6 },
    ];

    for (const entry of entries) expect(play(completed, entry)).toBe(completed);
  });

  test('may have its run asked for again', () => {
    const stats = { ...STATS, problem: 'Still nothing.' };
    const asked = play(completed, { type: 'stats-asked', stats, askedAt: 8 });

    expect(asked.outcome).toEqual({ matchId: 9, stats, askedAt: 8 });
  });
});
