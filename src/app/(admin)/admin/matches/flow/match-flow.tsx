'use client';

import { Button, Stack, Stepper } from '@mantine/core';
import { IconScale, IconTrophy, IconUsers } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef } from 'react';
import type { Ratings } from '@/club/balance.ts';
import type { ClubPlayer } from '@/club/player.ts';
import { longDate } from '@/components/dates.ts';
import { PageTitle } from '@/components/page-title.tsx';
import type { MatchSheet } from '@/hooks/match-sheet.ts';
import { type MatchSubject, stageProblem } from '@/hooks/match-state.ts';
import { useMatchState } from '@/hooks/useMatchState.hook.ts';
import { distinctNames } from '@/stats/distinct-names.ts';
import { ConflictNotice } from '../../conflict-notice.tsx';
import { TroubleNotice } from '../../trouble-notice.tsx';
import { DraftStep } from './draft-step.tsx';
import { MatchCompleted } from './match-completed.tsx';
import classes from './match-flow.module.css';
import { RemoveMatch } from './remove-match.tsx';
import { ResultStep } from './result-step.tsx';
import { ResumedNotice } from './resumed-notice.tsx';
import { sheetDifferences } from './sheet-differences.ts';
import { StepBar } from './step-bar.tsx';
import { TeamsStep } from './teams-step.tsx';

interface MatchFlowProps {
  subject: MatchSubject;
  sheet: MatchSheet;
  players: readonly ClubPlayer[];
  ratings: Ratings;
  /** Who played the latest match: the most likely pool of the next. */
  lastPool: readonly number[];
  /** In the club's time zone, YYYY-MM-DD. */
  today: string;
}

const STAGES = ['draft', 'teams', 'result'] as const;

/** A match from its players to its result; a stored result opens at the last step, to be corrected. */
export function MatchFlow(props: MatchFlowProps) {
  const { subject, sheet, players, ratings, lastPool, today } = props;
  const router = useRouter();
  const match = useMatchState({ subject, sheet });
  const names = useMemo(() => distinctNames(players), [players]);
  const { state, theirs } = match;
  const { trouble } = state;
  const step = state.stage === 'completed' ? 2 : STAGES.indexOf(state.stage);

  // A plan that was saved as a new one has an address of its own.
  const { kind, id } = state.subject;
  useEffect(() => {
    if (id !== subject.id) router.replace(`/admin/matches/plans/${id}`);
  }, [id, subject.id, router]);

  // A new step starts at its top, for the eyes and for the keyboard.
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    top.current?.scrollIntoView();
    top.current?.focus({ preventScroll: true });
  }, [step]);

  return (
    <>
      <PageTitle
        title={kind === 'plan' ? 'Planned match' : 'Result'}
        lead={state.sheet.matchDate && longDate(state.sheet.matchDate)}
      />
      <Stack ref={top} tabIndex={-1} className={classes.flow}>
        <Stepper
          active={step}
          size="sm"
          iconSize={36}
          wrap={false}
          classNames={{ separator: classes.separator, stepBody: classes.stepBody }}
          onStepClick={(place) => void match.turnTo(STAGES[place] ?? 'draft')}
        >
          <Stepper.Step label="Who plays" icon={<IconUsers size={18} />} />
          <Stepper.Step
            label="Teams"
            icon={<IconScale size={18} />}
            allowStepSelect={stageProblem('teams', state) === null}
          />
          <Stepper.Step
            label="Result"
            icon={<IconTrophy size={18} />}
            allowStepSelect={stageProblem('result', state) === null}
          />
        </Stepper>

        {state.isResumed && <ResumedNotice onStartAfresh={match.startAfresh} />}
        <TroubleNotice trouble={trouble} />
        {trouble?.kind === 'conflict' && (
          <ConflictNotice
            message={trouble.message}
            differences={theirs && sheetDifferences(state.sheet, theirs.sheet, names)}
            onKeepMine={match.keepMine}
            onTakeTheirs={match.takeTheirs}
            whenGone={
              <>
                <Button variant="default" onClick={() => router.push('/admin/matches')}>
                  Back to matches
                </Button>
                {kind === 'plan' && (
                  <Button onClick={() => void match.storeAsNew()}>Save mine as a new plan</Button>
                )}
              </>
            }
          />
        )}

        {step === 0 && (
          <DraftStep match={match} players={players} names={names} lastPool={lastPool} />
        )}
        {step === 1 && <TeamsStep match={match} names={names} ratings={ratings} />}
        {step === 2 && <ResultStep match={match} names={names} today={today} />}

        <StepBar match={match} />
        <RemoveMatch state={state} />
      </Stack>
      <MatchCompleted match={match} />
    </>
  );
}
