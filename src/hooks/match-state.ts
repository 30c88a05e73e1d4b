import type { StatsOutcome } from '@/club/stats-outcome.ts';
import type { KeptSheet } from './kept-sheet.ts';
import { type MatchSheet, resultOf, sheetOfPlan, teamsOf } from './match-sheet.ts';
import { enter, type SheetEntry } from './sheet-entry.ts';
import type { Trouble } from './trouble.ts';

/**
 * Where a match stands: who plays (`draft`), in which team (`teams`), how it ended (`result`), and
 * saved as a result (`completed`), which is the end.
 */
export type MatchStage = OpenStage | 'completed';

/** A stage that can be turned to. */
export type OpenStage = 'draft' | 'teams' | 'result';

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
  /** Whether it is what was left unsaved when this page was last open, and that was not told yet. */
  isResumed: boolean;
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
  | SheetEntry
  | { type: 'turned-to'; stage: OpenStage }
  | ({ type: 'resumed' } & KeptSheet)
  /** Lets go of what was not saved. */
  | { type: 'reopened'; subject: MatchSubject; sheet: MatchSheet }
  | { type: 'saving' }
  | { type: 'plan-saved'; sheet: MatchSheet; id: number; version: number }
  | { type: 'refused'; trouble: Trouble }
  /** After a conflict: go on from the other admin's version, or save mine over it. */
  | { type: 'theirs-taken'; sheet: MatchSheet; version: number }
  | { type: 'mine-kept'; version: number }
  | ({ type: 'completed' } & MatchOutcome)
  | { type: 'stats-asked'; stats: StatsOutcome; askedAt: number };

/** A match as it is opened: at the first stage that is not done yet. */
export function openMatch(subject: MatchSubject, sheet: MatchSheet): MatchState {
  return {
    stage: subject.kind === 'match' ? 'result' : sheet.lineUp.length === 0 ? 'draft' : 'teams',
    subject,
    sheet,
    stored: sheet,
    isResumed: false,
    isSaving: false,
    trouble: null,
    outcome: null,
  };
}

/** What must be done before a stage can be turned to; null when nothing. */
export function stageProblem(stage: MatchStage, { sheet }: Pick<MatchState, 'sheet'>) {
  if (stage === 'draft') return null;
  if (sheet.matchDate === '') return 'Choose a day first.';
  if (sheet.lineUp.length < 2) return 'Pick at least two players first.';
  if (stage === 'teams') return null;
  const { A, B } = teamsOf(sheet);
  if (A.length === 0 || B.length === 0) return 'Put players in both teams first.';
  if (stage === 'result') return null;
  return resultOf(sheet) ? null : "The result doesn't add up yet.";
}

/** Whether what a plan holds (day, pool, teams) was changed since it was stored. */
export function isPlanChanged({ sheet, stored }: MatchState): boolean {
  return planText(sheet) !== planText(stored);
}

/** Whether something is entered that is nowhere but here. */
export function isUnsaved({ stage, sheet, stored }: MatchState): boolean {
  return stage !== 'completed' && sheetText(sheet) !== sheetText(stored);
}

const sheetText = (sheet: MatchSheet) => {
  const scorers = Object.entries(sheet.goals).filter(([, goals]) => goals > 0);
  return JSON.stringify([planText(sheet), sheet.score, sheet.ownGoals, scorers]);
};

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
    case 'resumed': {
      const { sheet, version, stage } = action;
      if (sheetText(sheet) === sheetText(state.stored)) return state;
      const resumed = { ...state, sheet, isResumed: true, subject: { ...state.subject, version } };
      return stageProblem(stage, resumed) ? resumed : { ...resumed, stage };
    }
    case 'reopened':
      return openMatch(action.subject, action.sheet);
    case 'saving':
      return { ...state, isSaving: true, isResumed: false, trouble: null };
    case 'plan-saved': {
      const { id, version, sheet } = action;
      const subject = { ...state.subject, id, version };
      return { ...state, subject, stored: heldOf(subject, sheet), isSaving: false };
    }
    case 'refused':
      return { ...state, isSaving: false, trouble: action.trouble };
    case 'theirs-taken': {
      const { sheet, version } = action;
      const subject = { ...state.subject, version };
      const isResult = stageProblem('result', { sheet }) === null;
      const stage = state.stage === 'result' && !isResult ? 'teams' : state.stage;
      return { ...state, stage, subject, sheet, stored: heldOf(subject, sheet), trouble: null };
    }
    case 'mine-kept':
      return { ...state, subject: { ...state.subject, version: action.version }, trouble: null };
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

/** What the server holds of a sheet that was saved: a plan has no result. */
const heldOf = ({ kind }: MatchSubject, sheet: MatchSheet) =>
  kind === 'plan' ? sheetOfPlan({ matchDate: sheet.matchDate, players: sheet.lineUp }) : sheet;
