'use client';

import { Button, Text } from '@mantine/core';
import Link from 'next/link';
import { stageProblem } from '@/hooks/match-state.ts';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import classes from './step-bar.module.css';

const BEFORE = { teams: 'draft', result: 'teams' } as const;
const NEXT = {
  draft: { stage: 'teams', label: 'Next: teams' },
  teams: { stage: 'result', label: 'Next: result' },
} as const;

/** The way on, always within reach of the thumb, and what is missing for it. */
export function StepBar({ match }: { match: MatchControl }) {
  const { state } = match;
  const { stage, isSaving, subject, outcome } = state;
  if (stage === 'completed') {
    return (
      outcome && <Link href={`/admin/matches/${outcome.matchId}`}>Saved. Open the result</Link>
    );
  }

  const problem = stageProblem(stage === 'result' ? 'completed' : NEXT[stage].stage, state);

  return (
    <div className={classes.bar}>
      <Text size="sm" className={classes.problem} role="status">
        {problem}
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
