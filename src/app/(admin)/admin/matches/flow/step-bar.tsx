'use client';

import { Button, Text } from '@mantine/core';
import { LARGEST_POOL } from '@/club/plan.ts';
import { teamsOf } from '@/hooks/match-sheet.ts';
import { type MatchState, stageProblem } from '@/hooks/match-state.ts';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import classes from './step-bar.module.css';

const BEFORE = { teams: 'draft', result: 'teams' } as const;
const NEXT = {
  draft: { stage: 'teams', label: 'Next: teams' },
  teams: { stage: 'result', label: 'Next: result' },
} as const;

/** The way on, always within reach of the thumb, and what is missing for it or stands so far. */
export function StepBar({ match }: { match: MatchControl }) {
  const { state } = match;
  const { stage, isSaving, subject } = state;
  if (stage === 'completed') return null;

  const problem = stageProblem(stage === 'result' ? 'completed' : NEXT[stage].stage, state);

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
          loading={isSaving}
          disabled={problem !== null}
          onClick={() => void match.complete()}
        >
          {subject.kind === 'plan' ? 'Save the result' : 'Save the correction'}
        </Button>
      ) : (
        <Button
          size="md"
          className={classes.on}
          loading={isSaving}
          disabled={problem !== null}
          onClick={() => void match.turnTo(NEXT[stage].stage)}
        >
          {NEXT[stage].label}
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
    return `${sheet.lineUp.length} players${isFull ? ', and no more fit in' : ''}`;
  }
  if (stage === 'result') return `A ${sheet.score.A} – ${sheet.score.B} B, and it adds up.`;
  return `${A.length} against ${B.length}`;
}
