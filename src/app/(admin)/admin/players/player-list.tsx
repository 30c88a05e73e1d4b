'use client';

import {
  Badge,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconChevronRight, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ClubPlayer } from '@/club/player.ts';
import { longDate } from '@/components/dates.ts';
import { distinctNames } from '@/stats/distinct-names.ts';
import { nameIn } from '../name-in.ts';
import classes from './player-list.module.css';
import { PlayerModal } from './player-modal.tsx';

const GROUPS = {
  Regulars: (player: ClubPlayer) => !player.isRinger && !player.isRetired,
  Ringers: (player: ClubPlayer) => player.isRinger && !player.isRetired,
  Retired: (player: ClubPlayer) => player.isRetired,
  Everyone: () => true,
} as const;
const NAMES = ['Regulars', 'Ringers', 'Retired', 'Everyone'] as const;

/** All players by name, to search, add and edit. */
export function PlayerList({ players }: { players: readonly ClubPlayer[] }) {
  const [group, setGroup] = useState<(typeof NAMES)[number]>('Regulars');
  const [wanted, setWanted] = useState('');
  const names = useMemo(() => distinctNames(players), [players]);
  const [open, setOpen] = useState<ClubPlayer | 'new' | null>(null);

  const shown = players.filter(
    (player) =>
      GROUPS[group](player) && player.name.toLowerCase().includes(wanted.trim().toLowerCase()),
  );

  return (
    <Stack>
      <Group gap="sm">
        <TextInput
          className={classes.search}
          leftSection={<IconSearch size={18} />}
          placeholder="Search"
          aria-label="Search by name"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen('new')}>
          Add player
        </Button>
      </Group>
      <SegmentedControl
        fullWidth
        aria-label="Players shown"
        data={[...NAMES]}
        value={group}
        onChange={setGroup}
      />
      <Text size="sm" c="dimmed" role="status">
        {shown.length === 1 ? '1 player' : `${shown.length} players`}
      </Text>
      <ul className={classes.list}>
        {shown.map((player) => (
          <li key={player.playerId}>
            <UnstyledButton className={classes.player} onClick={() => setOpen(player)}>
              <span className={classes.name}>{nameIn(names, player.playerId)}</span>
              {player.isRinger && <Badge variant="light">Ringer</Badge>}
              {player.isRetired && (
                <Badge variant="light" color="gray">
                  Retired
                </Badge>
              )}
              <Text component="span" size="sm" c="dimmed" visibleFrom="sm">
                {player.joinDate ? `since ${longDate(player.joinDate)}` : ''}
              </Text>
              <IconChevronRight size={18} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <Text>
          {players.length === 0
            ? 'No players yet. Add the first one, then plan a match.'
            : 'No players found.'}
        </Text>
      )}
      <PlayerModal player={open} everyone={players} onClose={() => setOpen(null)} />
    </Stack>
  );
}
