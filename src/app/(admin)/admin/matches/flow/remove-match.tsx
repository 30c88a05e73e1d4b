'use client';

import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconTrash, IconUsers } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { cancelPlan, undoMatch } from '@/hooks/club-api.ts';
import type { MatchState } from '@/hooks/match-state.ts';
import { type Trouble, troubleOf } from '@/hooks/trouble.ts';
import { useSendOnce } from '@/hooks/use-send-once.ts';
import { tellSaved } from '../../tell-saved.ts';
import { TroubleNotice } from '../../trouble-notice.tsx';

const WORDS = {
  plan: {
    button: 'Call it off',
    icon: <IconTrash size={18} />,
    title: 'Call this match off?',
    text: 'The plan is deleted, with its players and teams. No stats change.',
    keep: 'Keep it',
  },
  match: {
    button: 'Undo the result',
    icon: <IconArrowBackUp size={18} />,
    title: 'Undo this result?',
    text:
      'The match is removed from all tables and records and becomes a plan again, with its day and ' +
      'teams. The score and scorers are deleted.',
    keep: 'Keep it',
  },
} as const;

/** Calls a plan off, or turns a result back into a plan; asks first. */
export function RemoveMatch({ state: { subject, stage } }: { state: MatchState }) {
  const router = useRouter();
  const sendOnce = useSendOnce();
  const [opened, { open, close }] = useDisclosure();
  const [isRemoving, setIsRemoving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = WORDS[subject.kind];

  const remove = async () => {
    setIsRemoving(true);
    setTrouble(null);
    try {
      if (subject.kind === 'plan') {
        await sendOnce(subject, (requestId) => cancelPlan(requestId, subject));
        notifications.show({ message: 'Match called off.' });
        router.push('/admin/matches');
      } else {
        const { planId, stats } = await sendOnce(subject, (requestId) =>
          undoMatch(requestId, subject),
        );
        notifications.show(tellSaved('Result undone.', stats));
        router.push(`/admin/matches/plans/${planId}`);
      }
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setIsRemoving(false);
    }
  };

  if (stage === 'completed') return null;
  return (
    <>
      <Group>
        <Button variant="subtle" color="red" leftSection={words.icon} onClick={open}>
          {words.button}
        </Button>
      </Group>
      <Modal opened={opened} onClose={close} title={words.title}>
        <Stack>
          <Text>{words.text}</Text>
          <TroubleNotice trouble={trouble} />
          {trouble?.kind === 'conflict' && (
            <Alert
              color="floodlight"
              role="alert"
              icon={<IconUsers />}
              title="Someone else saved first"
            >
              <Stack gap="sm" align="flex-start">
                <Text size="sm">{trouble.message}</Text>
                <Button onClick={() => router.refresh()}>Show the current version</Button>
              </Stack>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {words.keep}
            </Button>
            <Button color="red" loading={isRemoving} onClick={() => void remove()}>
              {words.button}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
