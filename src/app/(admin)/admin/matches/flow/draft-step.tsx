'use client';

import { Button, Chip, ChipGroup, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconHistory, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { LARGEST_POOL } from '@/club/plan.ts';
import type { ClubPlayer } from '@/club/player.ts';
import { SectionCard } from '@/components/section-card.tsx';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { nameIn } from '../../name-in.ts';
import classes from './draft-step.module.css';

interface DraftStepProps {
  match: MatchControl;
  players: readonly ClubPlayer[];
  names: ReadonlyMap<number, string>;
  lastPool: readonly number[];
}

/** The day and the pool. Retired players are offered only where they are in it already. */
export function DraftStep({ match, players, names, lastPool }: DraftStepProps) {
  const { sheet } = match.state;
  const [wanted, setWanted] = useState('');
  const picked = sheet.lineUp.map(({ playerId }) => String(playerId));
  const offered = players.filter(
    (player) => !player.isRetired || picked.includes(String(player.playerId)),
  );
  const groups = [
    { title: 'Regulars', of: offered.filter((player) => !player.isRinger) },
    { title: 'Ringers', of: offered.filter((player) => player.isRinger) },
  ];
  const isWanted = (playerId: number) =>
    nameIn(names, playerId).toLowerCase().includes(wanted.trim().toLowerCase());
  const asLastTime = lastPool
    .filter((id) => offered.some(({ playerId }) => playerId === id))
    .slice(0, LARGEST_POOL);
  const isFull = picked.length >= LARGEST_POOL;

  return (
    <>
      <SectionCard title="When">
        <TextInput
          type="date"
          label="Day"
          maw={260}
          value={sheet.matchDate}
          onChange={(event) => match.setDate(event.currentTarget.value)}
        />
      </SectionCard>
      <SectionCard title="Who plays">
        <Stack>
          {offered.length > 12 && (
            <TextInput
              leftSection={<IconSearch size={18} />}
              aria-label="Search by name"
              placeholder="Search"
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
          )}
          {picked.length === 0 && asLastTime.length > 0 && (
            <Button
              variant="light"
              leftSection={<IconHistory size={18} />}
              onClick={() => match.pick(asLastTime)}
              className={classes.asLastTime}
            >
              Same {asLastTime.length} players as last time
            </Button>
          )}
          {offered.length === 0 && (
            <Text>There are no players to pick from. Add players first.</Text>
          )}
          <ChipGroup multiple value={picked} onChange={(ids) => match.pick(ids.map(Number))}>
            {groups.map(
              ({ title, of }) =>
                of.length > 0 && (
                  <div key={title}>
                    <Title order={3} size="h5" mb="xs">
                      {title}
                    </Title>
                    <div className={classes.chips}>
                      {of
                        .filter(({ playerId }) => isWanted(playerId))
                        .map(({ playerId }) => (
                          <Chip
                            key={playerId}
                            value={String(playerId)}
                            size="sm"
                            classNames={{ label: classes.chip }}
                            disabled={isFull && !picked.includes(String(playerId))}
                          >
                            {nameIn(names, playerId)}
                          </Chip>
                        ))}
                    </div>
                  </div>
                ),
            )}
          </ChipGroup>
        </Stack>
      </SectionCard>
    </>
  );
}
