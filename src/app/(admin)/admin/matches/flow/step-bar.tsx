'use client';

import { Button, Text } from '@mantine/core';
import { LARGEST_POOL } from '@/club/plan.ts';
import { teamsOf } from '@/hooks/match-sheet.ts';
import { type MatchState, stageProblem } from '@/hooks/match-state.ts';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { unavailable } from '../../unavailable.ts';
import classes from './step-bar.module.css';

const BEFORE = { teams: 'draft', result: 'teams' } as const;
const NEXT = {
  draft: { stage: 'teams', label: 'Next: teams' },
  teams: { stage: 'result', label: 'Next: result' },
} as const;
const RESULT_LABEL = { plan: 'Save the result', match: 'Save the correction' } as const;

/** The next step, always within reach of the thumb, and what is missing for it. */
export function StepBar({ match }: { match: MatchControl }) {
  const { state } = match;
  const { stage, isSaving, subject } = state;
  if (stage === 'completed') return null;

  const problem = stageProblem(stage === 'result' ? 'completed' : NEXT[stage].stage, state);
  const isReady = problem === null && !isSaving;

  return (
    <div className={classes.bar}>
      <Text size="sm" className={classes.problem} role="status">
        {problem ?? standing(state)}
      </Text>
      {stage !== 'draft' && (
        <Button variant="default" size="md" onClick={() => void match.turnTo(BEFORE[stage])}>
          Back
        </Button>
      )}
      {stage === 'result' ? (
        <Button
          size="md"
          className={classes.on}
          aria-busy={isSaving}
          {...unavailable(!isReady)}
          onClick={() => {
            if (isReady) void match.complete();
          }}
        >
          {isSaving ? 'Saving…' : RESULT_LABEL[subject.kind]}
        </Button>
      ) : (
        <Button
          size="md"
          className={classes.on}
          aria-busy={isSaving}
          {...unavailable(!isReady)}
          onClick={() => {
            if (isReady) void match.turnTo(NEXT[stage].stage);
          }}
        >
          {isSaving ? 'Saving…' : NEXT[stage].label}
        </Button>
      )}
    </div>
  );
}

/** What there is so far, in a few words. */
function standing({ stage, sheet }: MatchState): string {
  const { A, B } = teamsOf(sheet);
  if (stage === 'draft') {
    const isFull = sheet.lineUp.length >= LARGEST_POOL;
    return `${sheet.lineUp.length} players${isFull ? ' (the maximum)' : ''}`;
  }
  if (stage === 'result') return `A ${sheet.score.A} – ${sheet.score.B} B`;
  return `${A.length} against ${B.length}`;
}
