'use client';

import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
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

/** Adds a player or changes one. What is entered stays until it is saved or given up. */
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
  const { save, isSaving, trouble, theirs, keepMine, takeTheirs } = useSavePlayer(player, () => {
    router.refresh();
    onDone();
  });
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
            There is a {namesake.name} already. That is fine if they are two people.
          </Text>
        )}
        <TextInput
          type="date"
          label="Plays since"
          description="Leave it empty if nobody remembers."
          {...form.getInputProps('joinDate')}
        />
        <Switch
          size="md"
          label="Ringer"
          description="A guest: plays and is rated, but has no place in the tables."
          {...form.getInputProps('isRinger', { type: 'checkbox' })}
        />
        <Switch
          size="md"
          label="Retired"
          description="Plays no more: keeps every record, and is not asked for the next match."
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
          <Button type="submit" loading={isSaving}>
            {player ? 'Save' : 'Add'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
