'use client';

import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { type ClubPlayer, enteredPlayer, LONGEST_NAME, type PlayerFacts } from '@/club/player.ts';
import { ConflictNotice } from '../conflict-notice.tsx';
import { TroubleNotice } from '../trouble-notice.tsx';
import { playerDifferences } from './player-differences.ts';
import { useSavePlayer } from './use-save-player.ts';

interface PlayerFormProps {
  /** Null for a new one. */
  player: ClubPlayer | null;
  everyone: readonly ClubPlayer[];
  onDone: () => void;
}

interface Entered extends Omit<PlayerFacts, 'joinDate'> {
  /** As the browser's date field has it: empty for none. */
  joinDate: string;
}

const entered = ({ name, joinDate, isRinger, isRetired }: PlayerFacts): Entered => ({
  name,
  joinDate: joinDate ?? '',
  isRinger,
  isRetired,
});
const factsOf = (values: Entered): PlayerFacts => ({
  ...values,
  name: values.name.trim(),
  joinDate: values.joinDate || null,
});

const NOBODY: PlayerFacts = { name: '', joinDate: null, isRinger: false, isRetired: false };

/** Adds a player or changes one. What is entered stays until it is saved or cancelled. */
export function PlayerForm({ player, everyone, onDone }: PlayerFormProps) {
  const router = useRouter();
  const form = useForm<Entered>({
    initialValues: entered(player ?? NOBODY),
    validate: (values) => {
      const { error } = enteredPlayer.safeParse(factsOf(values));
      return Object.fromEntries(
        (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
      );
    },
  });
  const [isRefreshing, startRefresh] = useTransition();
  const { save, isSaving, trouble, theirs, keepMine, takeTheirs } = useSavePlayer(player, () =>
    // Both at once: whoever opens the player again finds what was saved, at its version.
    startRefresh(() => {
      router.refresh();
      onDone();
    }),
  );
  const facts = factsOf(form.values);
  const namesake = everyone.find(
    ({ name, playerId }) =>
      facts.name !== player?.name &&
      name.toLowerCase() === facts.name.toLowerCase() &&
      playerId !== player?.playerId,
  );

  return (
    <form onSubmit={form.onSubmit((values) => void save(factsOf(values)))} noValidate>
      <Stack>
        <TextInput
          label="Name"
          maxLength={LONGEST_NAME}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        {namesake && (
          <Text size="sm" c="dimmed">
            There is already a player called {namesake.name}. That’s fine if they are two people.
          </Text>
        )}
        <TextInput
          type="date"
          label="Joined"
          description="Leave empty if unknown."
          {...form.getInputProps('joinDate')}
        />
        <Switch
          size="md"
          label="Ringer"
          description="A guest who plays and is rated, but doesn’t appear in the tables."
          {...form.getInputProps('isRinger', { type: 'checkbox' })}
        />
        <Switch
          size="md"
          label="Retired"
          description="No longer plays. Keeps all records, but isn’t offered for new matches."
          {...form.getInputProps('isRetired', { type: 'checkbox' })}
        />
        <TroubleNotice trouble={trouble} />
        {trouble?.kind === 'conflict' && (
          <ConflictNotice
            message={trouble.message}
            differences={theirs && playerDifferences(facts, theirs)}
            onKeepMine={keepMine}
            onTakeTheirs={() => {
              if (theirs) form.setValues(entered(theirs));
              takeTheirs();
            }}
            whenGone={null}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={isSaving || isRefreshing}>
            {player ? 'Save' : 'Add'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
