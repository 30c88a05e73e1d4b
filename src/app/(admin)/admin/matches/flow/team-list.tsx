'use client';

import { Draggable, Droppable } from '@hello-pangea/dnd';
import { Button, ButtonGroup, Text } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { rated } from '@/club/balance-words.ts';
import { type PlannedPlayer, TEAMS, type Team } from '@/club/plan.ts';
import { SectionCard } from '@/components/section-card.tsx';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { nameIn } from '../../name-in.ts';
import classes from './team-list.module.css';

interface TeamListProps {
  id: Team | 'bench';
  title: string;
  players: readonly PlannedPlayer[];
  match: MatchControl;
  names: ReadonlyMap<number, string>;
  powerOf: (playerId: number) => number;
}

/** A team, or the players in neither: a place to drop on, and rows to drag or to tap. */
export function TeamList({ id, title, players, match, names, powerOf }: TeamListProps) {
  const byName = [...players].sort((one, other) =>
    nameIn(names, one.playerId).localeCompare(nameIn(names, other.playerId), 'en'),
  );
  return (
    <SectionCard title={`${title} (${players.length})`}>
      <Droppable droppableId={id}>
        {(drop, { isDraggingOver }) => (
          <ul
            ref={drop.innerRef}
            {...drop.droppableProps}
            className={classes.list}
            aria-label={title}
            data-over={isDraggingOver || undefined}
          >
            {byName.map(({ playerId, team }, index) => (
              <Draggable key={playerId} draggableId={String(playerId)} index={index}>
                {(drag, { isDragging }) => (
                  <li
                    ref={drag.innerRef}
                    {...drag.draggableProps}
                    className={classes.player}
                    data-dragging={isDragging || undefined}
                  >
                    <div {...drag.dragHandleProps} className={classes.handle}>
                      <IconGripVertical size={18} aria-hidden />
                      <span className={classes.name}>{nameIn(names, playerId)}</span>
                      <Text component="span" size="sm" c="dimmed">
                        {rated(powerOf(playerId))}
                      </Text>
                    </div>
                    <TeamButtons
                      name={nameIn(names, playerId)}
                      team={team}
                      onPut={(to) => match.move(playerId, to)}
                    />
                  </li>
                )}
              </Draggable>
            ))}
            {drop.placeholder}
            {players.length === 0 && (
              <li className={classes.nobody}>
                {id === 'bench' ? 'Everyone is in a team' : 'No players yet'}
              </li>
            )}
          </ul>
        )}
      </Droppable>
    </SectionCard>
  );
}

interface TeamButtonsProps {
  name: string;
  team: Team | null;
  onPut: (team: Team | null) => void;
}

/** Puts a player in a team; pressed again, takes them out. */
function TeamButtons({ name, team, onPut }: TeamButtonsProps) {
  return (
    <ButtonGroup>
      {TEAMS.map((to) => (
        <Button
          key={to}
          size="md"
          px="md"
          variant={team === to ? 'filled' : 'default'}
          aria-pressed={team === to}
          aria-label={`${name} in team ${to}`}
          onClick={() => onPut(team === to ? null : to)}
        >
          {to}
        </Button>
      ))}
    </ButtonGroup>
  );
}
