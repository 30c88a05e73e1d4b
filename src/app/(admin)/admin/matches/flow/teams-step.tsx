'use client';

import { DragDropContext, type DropResult } from '@hello-pangea/dnd';
import { Stack } from '@mantine/core';
import { type Ratings, ratingOf } from '@/club/balance.ts';
import { TEAMS, team } from '@/club/plan.ts';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { BalanceCard } from './balance-card.tsx';
import { TeamList } from './team-list.tsx';
import classes from './teams-step.module.css';

interface TeamsStepProps {
  match: MatchControl;
  names: ReadonlyMap<number, string>;
  ratings: Ratings;
}

/** Two teams from the pool: evenly by the button, or by hand (drag, keyboard or tap). */
export function TeamsStep({ match, names, ratings }: TeamsStepProps) {
  const { lineUp } = match.state.sheet;
  const shown = { match, names, powerOf: (id: number) => ratingOf(id, ratings).power };
  const bench = lineUp.filter((player) => player.team === null);

  const drop = ({ draggableId, destination }: DropResult) => {
    if (!destination) return;
    const to = team.safeParse(destination.droppableId);
    match.move(Number(draggableId), to.success ? to.data : null);
  };

  return (
    <Stack>
      <BalanceCard match={match} names={names} ratings={ratings} />
      <DragDropContext onDragEnd={drop}>
        <div className={classes.lists}>
          <div className={classes.bench} data-empty={bench.length === 0 || undefined}>
            <TeamList {...shown} id="bench" title="Not in a team" players={bench} />
          </div>
          {TEAMS.map((name) => (
            <TeamList
              key={name}
              {...shown}
              id={name}
              title={`Team ${name}`}
              players={lineUp.filter((player) => player.team === name)}
            />
          ))}
        </div>
      </DragDropContext>
    </Stack>
  );
}
