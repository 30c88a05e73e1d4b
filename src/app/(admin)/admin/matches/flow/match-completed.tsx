'use client';

import { Alert, Button, Modal, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { stageShare, stageWords } from '../../stage-words.ts';
import { StatsSteps } from './stats-steps.tsx';

/** Comes at once when a result is saved; shows how far the stats are, and can be left at any time. */
export function MatchCompleted({ match: { state, update, askForStats } }: { match: MatchControl }) {
  const router = useRouter();
  const [isClosed, { open: close }] = useDisclosure();
  const [isAsking, setIsAsking] = useState(false);
  const { stage, sheet, subject } = state;
  const words = update.kind === 'idle' ? null : stageWords(update);
  const wentWrong = ['refused', 'failed', 'cancelled'].includes(update.kind);

  const leave = () => {
    close();
    router.push('/admin/matches');
  };
  const askAgain = async () => {
    setIsAsking(true);
    await askForStats().finally(() => setIsAsking(false));
  };

  return (
    <Modal
      opened={stage === 'completed' && !isClosed}
      onClose={leave}
      title={subject.kind === 'plan' ? 'Match completed' : 'Result corrected'}
      centered
    >
      <Stack>
        <Text ta="center" fz="2.5rem" fw={800} lh={1}>
          {sheet.score.A} – {sheet.score.B}
        </Text>
        {wentWrong ? (
          <Alert
            color="red"
            icon={<IconAlertTriangle />}
            title="The stats were not updated"
            role="alert"
          >
            <Stack gap="sm" align="flex-start">
              {words} The match itself is saved.
              <Button color="red" loading={isAsking} onClick={() => void askAgain()}>
                Try again
              </Button>
            </Stack>
          </Alert>
        ) : (
          <>
            <StatsSteps stage={update} />
            <Progress value={100 * stageShare(update)} aria-label="Steps done" />
            <Text size="sm" role="status">
              {words}
            </Text>
          </>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {/* A full load: the players' pages have a root layout of their own. */}
          <Button component="a" href={`/matches/${state.outcome?.matchId}`} variant="default">
            View on the site
          </Button>
          <Button onClick={leave}>Back to matches</Button>
        </SimpleGrid>
      </Stack>
    </Modal>
  );
}
