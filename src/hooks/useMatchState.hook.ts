import { useReducer } from 'react';
import type { Teams } from '@/club/balance.ts';
import { plan, type Team } from '@/club/plan.ts';
import { clubMatch } from '@/club/result.ts';
import { AdminApiError, requestMatchStats } from './admin-api.ts';
import { savePlan, saveResult } from './club-api.ts';
import { type MatchSheet, resultOf, sheetOfMatch } from './match-sheet.ts';
import {
  isPlanChanged,
  type MatchState,
  type MatchSubject,
  matchReducer,
  type OpenStage,
  openMatch,
  stageProblem,
} from './match-state.ts';
import { troubleOf } from './trouble.ts';
import { updateStage } from './update-stage.ts';
import { useJobs } from './use-jobs.ts';
import { useKeptSheet } from './use-kept-sheet.ts';
import { useSendOnce } from './use-send-once.ts';

interface Opened {
  subject: MatchSubject;
  sheet: MatchSheet;
}

/**
 * A match on its way from plan to result (draft → teams → result → completed), or a result being
 * corrected. Holds what is entered until it is saved: no refusal, conflict, ended session or reload
 * loses it. Once the result is saved, follows the stats run that was asked for in the same
 * transaction.
 */
export function useMatchState({ subject, sheet }: Opened) {
  const [state, dispatch] = useReducer(matchReducer, null, () => openMatch(subject, sheet));
  useKeptSheet(state, dispatch);
  const sendOnce = useSendOnce();
  const update = useFollowedStats(state);

  /** Whether it was saved; if not, `trouble` says why. */
  const storePlan = async (asNew = false): Promise<boolean> => {
    if (state.isSaving) return false;
    dispatch({ type: 'saving' });
    const { matchDate, lineUp } = state.sheet;
    const edited = asNew ? undefined : state.subject;
    try {
      const { planId, version } = await sendOnce(['plan', edited, matchDate, lineUp], (requestId) =>
        savePlan(requestId, { matchDate, lineUp }, edited),
      );
      dispatch({ type: 'plan-saved', sheet: state.sheet, id: planId, version });
      return true;
    } catch (error) {
      dispatch({ type: 'refused', trouble: troubleOf(error) });
      return false;
    }
  };

  /** Saves the plan if it was changed, then turns to the stage. Not before what comes first is done. */
  const turnTo = async (stage: OpenStage): Promise<void> => {
    if (stageProblem(stage, state)) return;
    const isToBeSaved = state.subject.kind === 'plan' && isPlanChanged(state);
    if (isToBeSaved && !(await storePlan())) return;
    dispatch({ type: 'turned-to', stage });
  };

  const complete = async (): Promise<void> => {
    const result = resultOf(state.sheet);
    if (!result || state.isSaving) return;
    dispatch({ type: 'saving' });
    try {
      const { matchId, stats } = await sendOnce(['result', state.subject, result], (requestId) =>
        saveResult(requestId, result, state.subject),
      );
      dispatch({ type: 'completed', matchId, stats, askedAt: Date.now() });
    } catch (error) {
      dispatch({ type: 'refused', trouble: troubleOf(error) });
    }
  };

  /** For a result whose run could not be asked for along with it. */
  const askForStats = async (): Promise<void> => {
    if (!state.outcome) return;
    const { matchId } = state.outcome;
    const stats = await requestMatchStats(crypto.randomUUID(), matchId).catch((error: unknown) => {
      if (!(error instanceof AdminApiError)) throw error;
      return { success: false as const, problem: error.message };
    });
    dispatch({ type: 'stats-asked', stats, askedAt: Date.now() });
  };

  return {
    state,
    update,
    theirs: theirSheet(state),
    setDate: (matchDate: string) => dispatch({ type: 'dated', matchDate }),
    pick: (playerIds: readonly number[]) => dispatch({ type: 'picked', playerIds }),
    move: (playerId: number, team: Team | null) => dispatch({ type: 'moved', playerId, team }),
    arrange: (teams: Teams) => dispatch({ type: 'arranged', teams }),
    setGoals: (playerId: number, goals: number) => dispatch({ type: 'scored', playerId, goals }),
    setScore: (team: Team, score: number | null) =>
      dispatch({ type: 'score-entered', team, score }),
    setOwnGoals: (team: Team, ownGoals: number) =>
      dispatch({ type: 'own-goals-entered', team, ownGoals }),
    turnTo,
    /** Saves a new plan where someone else called this one off. */
    storeAsNew: () => storePlan(true),
    complete,
    askForStats,
    takeTheirs: () => {
      const theirs = theirSheet(state);
      if (theirs) dispatch({ type: 'theirs-taken', ...theirs });
    },
    keepMine: () => {
      const theirs = theirSheet(state);
      if (theirs) dispatch({ type: 'mine-kept', version: theirs.version });
    },
    /** Lets go of what was not saved, and starts from what is. */
    startAfresh: () => dispatch({ type: 'reopened', subject, sheet }),
  };
}
export type MatchControl = ReturnType<typeof useMatchState>;

/** How far the run that came with the result has got. */
function useFollowedStats({ outcome }: MatchState) {
  const stats = outcome?.stats ?? null;
  const answer = stats?.success ? stats : null;
  const problem = stats?.success === false ? new Error(stats.problem) : null;
  const { data: overview, error: outage } = useJobs(outcome?.askedAt ?? null, answer !== null);
  return updateStage({ problem, answer, jobs: overview?.jobs ?? [], outage });
}

/** After a conflict: the match as the other admin left it. Null when it is gone. */
function theirSheet({ trouble, subject, sheet }: MatchState) {
  if (trouble?.kind !== 'conflict') return null;
  if (subject.kind === 'match') {
    const current = clubMatch.safeParse(trouble.current);
    return current.success
      ? { sheet: sheetOfMatch(current.data), version: current.data.version }
      : null;
  }
  const current = plan.safeParse(trouble.current);
  if (!current.success) return null;
  const { matchDate, players, version } = current.data;
  // A plan has no result: what of it is entered here is nobody else's.
  return { sheet: { ...sheet, matchDate, lineUp: players }, version };
}
