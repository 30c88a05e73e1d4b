'use client';

import { Alert, SimpleGrid } from '@mantine/core';
import { IconCalendarExclamation } from '@tabler/icons-react';
import { TEAMS } from '@/club/plan.ts';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { TeamResult } from './team-result.tsx';

interface ResultStepProps {
  match: MatchControl;
  names: ReadonlyMap<number, string>;
}

/** How it ended: both scores, and whose goals they were. */
export function ResultStep({ match, names }: ResultStepProps) {
  const { matchDate, lineUp } = match.state.sheet;
  const left = lineUp.filter(({ team }) => team === null).length;
  return (
    <>
      {matchDate > today() && (
        <Alert color="floodlight" icon={<IconCalendarExclamation />}>
          This day is yet to come: the result can be saved when it is there.
        </Alert>
      )}
      {left > 0 && (
        <Alert color="gray">
          {left === 1 ? 'One of the pool is' : `${left} of the pool are`} in no team: who did not
          play is not counted.
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {TEAMS.map((team) => (
          <TeamResult key={team} team={team} match={match} names={names} />
        ))}
      </SimpleGrid>
    </>
  );
}

/** In the admin's own time zone, who stands at the pitch: YYYY-MM-DD. */
const today = () => new Date().toLocaleDateString('sv-SE');
