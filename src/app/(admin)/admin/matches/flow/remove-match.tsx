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
import { useRequestId } from '@/hooks/use-request-id.ts';
import { tellSaved } from '../../tell-saved.ts';
import { TroubleNotice } from '../../trouble-notice.tsx';

const WORDS = {
  plan: {
    button: 'Call it off',
    icon: <IconTrash size={18} />,
    title: 'Call this match off?',
    text: 'The plan goes, with its pool and its teams. No number changes.',
    keep: 'Keep it',
  },
  match: {
    button: 'Take the result back',
    icon: <IconArrowBackUp size={18} />,
    title: 'Take this result back?',
    text:
      'The match leaves every table and record, and is a plan again, with its day and its teams. ' +
      'The score and the scorers are gone.',
    keep: 'Leave it',
  },
} as const;

/** Calls a plan off, or makes a result a plan again; asks first. */
export function RemoveMatch({ state: { subject, stage } }: { state: MatchState }) {
  const router = useRouter();
  const requestIdFor = useRequestId();
  const [opened, { open, close }] = useDisclosure();
  const [isRemoving, setIsRemoving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = WORDS[subject.kind];

  const remove = async () => {
    setIsRemoving(true);
    setTrouble(null);
    try {
      if (subject.kind === 'plan') {
        await cancelPlan(requestIdFor(subject), subject);
        notifications.show({ message: 'The match is called off.' });
        router.push('/admin/matches');
      } else {
        const { planId, stats } = await undoMatch(requestIdFor(subject), subject);
        notifications.show(tellSaved('The result is taken back.', stats));
        router.push(`/admin/matches/plans/${planId}`);
      }
    } catch (error) {
      setTrouble(troubleOf(error));
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
            <Alert color="floodlight" role="alert" icon={<IconUsers />} title="Somebody was first">
              <Stack gap="sm" align="flex-start">
                <Text size="sm">{trouble.message}</Text>
                <Button onClick={() => router.refresh()}>Show it as it is now</Button>
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
