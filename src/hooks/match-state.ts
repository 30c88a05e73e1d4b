import type { Teams } from '@/club/balance.ts';
import type { Team } from '@/club/plan.ts';
import type { StatsOutcome } from '@/club/stats-outcome.ts';
import { type MatchSheet, resultOf, teamsOf } from './match-sheet.ts';
import type { Trouble } from './trouble.ts';

/**
 * Where a match stands: who plays (`draft`), in which team (`teams`), how it ended (`result`), and
 * saved as a result (`completed`), which is the end.
 */
export type MatchStage = 'draft' | 'teams' | 'result' | 'completed';

/** What is being worked on: a plan to be completed, or a result to be corrected. */
export interface MatchSubject {
  kind: 'plan' | 'match';
  id: number;
  version: number;
}

export interface MatchState {
  stage: MatchStage;
  subject: MatchSubject;
  /** As entered. */
  sheet: MatchSheet;
  /** As it was last read from the server, or saved there. */
  stored: MatchSheet;
  isSaving: boolean;
  trouble: Trouble | null;
  /** What saving the result came to; null before. */
  outcome: MatchOutcome | null;
}

export interface MatchOutcome {
  matchId: number;
  stats: StatsOutcome;
  /** When its run was last asked for, in milliseconds. */
  askedAt: number;
}

export type MatchAction =
  | { type: 'dated'; matchDate: string }
  | { type: 'picked'; playerIds: readonly number[] }
  | { type: 'moved'; playerId: number; team: Team | null }
  | { type: 'arranged'; teams: Teams }
  | { type: 'scored'; playerId: number; goals: number }
  | { type: 'score-entered'; team: Team; score: number | null }
  | { type: 'own-goals-entered'; team: Team; ownGoals: number }
  | { type: 'turned-to'; stage: 'draft' | 'teams' | 'result' }
  | { type: 'saving' }
  | { type: 'plan-saved'; sheet: MatchSheet; id: number; version: number }
  | { type: 'refused'; trouble: Trouble }
  /** After a conflict: go on from the other admin's version, or save mine over it. */
  | { type: 'theirs-taken'; sheet: MatchSheet; version: number }
  | { type: 'mine-kept'; version: number }
  | { type: 'trouble-dismissed' }
  | ({ type: 'completed' } & MatchOutcome)
  | { type: 'stats-asked'; stats: StatsOutcome; askedAt: number };

/** A match as it is opened: at the first stage that is not done yet. */
export function openMatch(subject: MatchSubject, sheet: MatchSheet): MatchState {
  const stage = subject.kind === 'match' ? 'result' : sheet.lineUp.length === 0 ? 'draft' : 'teams';
  const state = { subject, sheet, stored: sheet, isSaving: false, trouble: null, outcome: null };
  return { ...state, stage };
}

/** What must be done before a stage can be turned to, in words; null when nothing. */
export function stageProblem(stage: MatchStage, { sheet }: Pick<MatchState, 'sheet'>) {
  if (stage === 'draft') return null;
  if (sheet.matchDate === '') return 'Choose the day first.';
  if (sheet.lineUp.length < 2) return 'Pick at least two players first.';
  if (stage === 'teams') return null;
  const { A, B } = teamsOf(sheet);
  if (A.length === 0 || B.length === 0) return 'Both teams need players first.';
  if (stage === 'result') return null;
  return resultOf(sheet) ? null : 'The result does not add up yet.';
}

/** Whether what a plan holds (day, pool, teams) was changed since it was stored. */
export function isPlanChanged({ sheet, stored }: MatchState): boolean {
  return planText(sheet) !== planText(stored);
}

const planText = ({ matchDate, lineUp }: MatchSheet) =>
  JSON.stringify([matchDate, [...lineUp].sort((one, other) => one.playerId - other.playerId)]);

/**
 * The next state. An action that does not fit the state changes nothing: a completed match takes no
 * more input, a save under way no second one, and no stage is turned to before its time.
 */
export function matchReducer(state: MatchState, action: MatchAction): MatchState {
  if (state.stage === 'completed') {
    return action.type === 'stats-asked' && state.outcome
      ? { ...state, outcome: { ...state.outcome, stats: action.stats, askedAt: action.askedAt } }
      : state;
  }

  switch (action.type) {
    case 'turned-to':
      return stageProblem(action.stage, state) ? state : { ...state, stage: action.stage };
    case 'saving':
      return { ...state, isSaving: true, trouble: null };
    case 'plan-saved': {
      const { id, version, sheet } = action;
      const subject = { ...state.subject, id, version };
      return { ...state, subject, stored: sheet, isSaving: false };
    }
    case 'refused':
      return { ...state, isSaving: false, trouble: action.trouble };
    case 'theirs-taken': {
      const { sheet, version } = action;
      const subject = { ...state.subject, version };
      const isResult = stageProblem('result', { sheet }) === null;
      const stage = state.stage === 'result' && !isResult ? 'teams' : state.stage;
      return { ...state, stage, subject, sheet, stored: sheet, trouble: null };
    }
    case 'mine-kept':
      return { ...state, subject: { ...state.subject, version: action.version }, trouble: null };
    case 'trouble-dismissed':
      return { ...state, trouble: null };
    case 'completed': {
      const { matchId, stats, askedAt } = action;
      return {
        ...state,
        stage: 'completed',
        isSaving: false,
        outcome: { matchId, stats, askedAt },
      };
    }
    case 'stats-asked':
      return state;
    default:
      return { ...state, sheet: enter(state.sheet, action) };
  }
}

type Entry = Extract<
  MatchAction,
  {
    type:
      | 'dated'
      | 'picked'
      | 'moved'
      | 'arranged'
      | 'scored'
      | 'score-entered'
      | 'own-goals-entered';
  }
>;

/** The sheet with one more thing entered. */
function enter(sheet: MatchSheet, entry: Entry): MatchSheet {
  const { lineUp } = sheet;
  switch (entry.type) {
    case 'dated':
      return { ...sheet, matchDate: entry.matchDate };
    case 'picked':
      return {
        ...sheet,
        // Who stays in the pool stays in the team.
        lineUp: entry.playerIds.map(
          (playerId) => lineUp.find((one) => one.playerId === playerId) ?? { playerId, team: null },
        ),
      };
    case 'moved':
      return {
        ...sheet,
        lineUp: lineUp.map((one) =>
          one.playerId === entry.playerId ? { ...one, team: entry.team } : one,
        ),
      };
    case 'arranged':
      return {
        ...sheet,
        lineUp: lineUp.map(({ playerId }) => ({
          playerId,
          team: entry.teams.A.includes(playerId) ? 'A' : 'B',
        })),
      };
    case 'scored':
      return { ...sheet, goals: { ...sheet.goals, [entry.playerId]: entry.goals } };
    case 'score-entered':
      return { ...sheet, score: { ...sheet.score, [entry.team]: entry.score } };
    case 'own-goals-entered':
      return { ...sheet, ownGoals: { ...sheet.ownGoals, [entry.team]: entry.ownGoals } };
  }
}
