import { Card, SimpleGrid, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import section from '@/components/section-card.module.css';
import type { JobsOverview } from '@/jobs/job-view.ts';
import { freshnessOf, staleHeadline } from './freshness.ts';
import { tookMs } from './jobs/job-words.ts';
import { needsWorker } from './needs-worker.ts';
import { ago, inSeconds, span } from './time-words.ts';

interface VitalSignsProps {
  overview: JobsOverview | undefined;
  now: number;
}

/** The state of everything at a glance. The four cards keep their size, whatever they say. */
export function VitalSigns({ overview, now }: VitalSignsProps) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <Sign name="Stats">{overview && <StatsState {...overview} now={now} />}</Sign>
      <Sign name="Queue">{overview && <Queue {...overview} />}</Sign>
      <Sign name="Workers">{overview && <Workers {...overview} now={now} />}</Sign>
      <Sign name="Last update">{overview && <LastUpdate {...overview} now={now} />}</Sign>
    </SimpleGrid>
  );
}

type Part = JobsOverview & { now: number };

function StatsState({ freshness, now }: Part) {
  const stale = staleHeadline(freshnessOf(freshness));
  const oldest = freshness.tags.map(({ computedAt }) => computedAt ?? '').sort()[0];
  return (
    <Value good={stale === null} note={oldest ? `updated ${ago(oldest, now)}` : 'never updated'}>
      {stale ?? 'Up to date'}
    </Value>
  );
}

function Queue({ queue: { depth, oldestAgeSeconds } }: JobsOverview) {
  if (depth === 0) return <Value note="no updates waiting">Empty</Value>;
  const age = span((oldestAgeSeconds ?? 0) * 1_000);
  return (
    <Value note={age ? `oldest waiting ${age}` : 'just queued'}>
      {depth === 1 ? '1 update' : `${depth} updates`}
    </Value>
  );
}

function Workers({ now, ...overview }: Part) {
  const { workers } = overview;
  const alive = workers.filter((worker) => worker.alive).length;
  const lastBeat = workers[0]?.lastBeatAt;
  return (
    <Value
      good={alive > 0 || (needsWorker(overview) ? false : undefined)}
      note={lastBeat ? `last seen ${ago(lastBeat, now)}` : 'none seen in 24 h'}
    >
      {alive === 0 ? 'None running' : `${alive} running`}
    </Value>
  );
}

function LastUpdate({ jobs, now }: Part) {
  const last = jobs.find(({ status }) => status === 'completed' || status === 'failed');
  if (!last?.completedAt) return <Value note="use the button above">None yet</Value>;
  const took = inSeconds(tookMs(last, now) ?? 0);
  return (
    <Value good={last.status === 'completed'} note={ago(last.completedAt, now)}>
      {last.status === 'completed' ? `Took ${took}` : 'Failed'}
    </Value>
  );
}

function Sign({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Card withBorder padding="sm" className={section.card} h={112} component="section">
      <Text component="h2" size="xs" c="dimmed" fw={500}>
        {name}
      </Text>
      {children ?? <Skeleton height={40} mt={8} />}
    </Card>
  );
}

const GOOD = 'var(--mantine-color-pitch-light-color)';

/** `good` is undefined where it is neither good nor bad news. */
function Value({ good, note, children }: { good?: boolean; note: string; children: ReactNode }) {
  return (
    <>
      <Text
        fw={700}
        size="lg"
        lh={1.25}
        mt={4}
        lineClamp={2}
        c={good === undefined ? undefined : good ? GOOD : 'var(--mantine-color-error)'}
      >
        {children}
      </Text>
      <Text size="xs" c="dimmed" mt="auto">
        {note}
      </Text>
    </>
  );
}
