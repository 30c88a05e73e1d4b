'use client';

import { Button, Group, Skeleton, Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import { SectionCard } from '@/components/section-card.tsx';
import type { RunHistory } from '@/jobs/job-view.ts';
import { historyWords } from './history-words.ts';

const Waiting = () => <Skeleton height={220} />;

/** A chart is as heavy as the rest of the page: it comes after it. */
const RunChart = dynamic(() => import('./run-chart.tsx'), { ssr: false, loading: Waiting });

interface RunHistoryCardProps {
  history: RunHistory | undefined;
  /** Why it could not be read. */
  problem: Error | null;
  onReadAgain: () => void;
}

/** How long the last updates took and how they ended: as a picture, and in words for all. */
export function RunHistoryCard({ history, problem, onReadAgain }: RunHistoryCardProps) {
  return (
    <SectionCard title="Update durations">
      {problem && !history ? (
        <Group gap="sm" role="alert">
          <Text>The history could not be loaded. {problem.message}</Text>
          <Button variant="default" size="xs" onClick={onReadAgain}>
            Try again
          </Button>
        </Group>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="sm" mih={{ base: 44, sm: 22 }}>
            {history && historyWords(history.runs)}
          </Text>
          <div role="img" aria-label={history ? historyWords(history.runs) : 'Chart'}>
            {history ? <RunChart runs={history.runs} /> : <Waiting />}
          </div>
        </>
      )}
    </SectionCard>
  );
}
