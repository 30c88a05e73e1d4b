'use client';

import { Alert, SimpleGrid } from '@mantine/core';
import { IconCalendarExclamation } from '@tabler/icons-react';
import { TEAMS } from '@/club/plan.ts';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { TeamResult } from './team-result.tsx';

interface ResultStepProps {
  match: MatchControl;
  names: ReadonlyMap<number, string>;
  /** In the club's time zone, YYYY-MM-DD. */
  today: string;
}

/** The result: both scores, and who scored. */
export function ResultStep({ match, names, today }: ResultStepProps) {
  const { matchDate, lineUp } = match.state.sheet;
  const left = lineUp.filter(({ team }) => team === null).length;
  return (
    <>
      {matchDate > today && (
        <Alert color="floodlight" icon={<IconCalendarExclamation />}>
          This match hasn’t been played yet. You can save the result on the day.
        </Alert>
      )}
      {left > 0 && (
        <Alert color="gray">
          {left === 1 ? '1 player is' : `${left} players are`} not in a team and will be left out of
          the result.
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
