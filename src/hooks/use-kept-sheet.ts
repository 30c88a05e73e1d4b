import { type Dispatch, useEffect, useRef } from 'react';
import { keepSheet, readKept } from './kept-sheet.ts';
import { isUnsaved, type MatchAction, type MatchState } from './match-state.ts';

/**
 * Keeps in this tab what is entered and not saved: a reload, a phone that puts the browser to sleep
 * and a way off the page by a slip of the thumb lose nothing.
 */
export function useKeptSheet(state: MatchState, dispatch: Dispatch<MatchAction>): void {
  const isLookedFor = useRef(false);

  useEffect(() => {
    const { subject, sheet, stage } = state;
    if (!isLookedFor.current) {
      isLookedFor.current = true;
      const kept = readKept(sessionStorage, subject);
      if (kept) return dispatch({ type: 'resumed', ...kept });
    }
    const kept =
      stage !== 'completed' && isUnsaved(state) ? { sheet, stage, version: subject.version } : null;
    keepSheet(sessionStorage, subject, kept);
  }, [state, dispatch]);
}
