import { Badge, SimpleGrid, Skeleton, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { SectionCard } from '@/components/section-card.tsx';
import type { JobsOverview } from '@/jobs/job-view.ts';
import { TRIGGERS } from '@/jobs/payload.ts';
import { TRIGGER_WORDS } from './jobs/job-words.ts';
import { ago } from './time-words.ts';

/** Every restart leaves one behind for a day. */
const SHOWN = 5;

interface MachineryProps {
  overview: JobsOverview | undefined;
  now: number;
}

/** For whoever runs the system: the workers, and the path each kind of update takes. */
export function Machinery({ overview, now }: MachineryProps) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <SectionCard title="Workers">
        {overview ? <Workers {...overview} now={now} /> : <Skeleton height={140} />}
      </SectionCard>
      <SectionCard title="How updates run">
        {overview ? <Paths {...overview} /> : <Skeleton height={140} />}
      </SectionCard>
    </SimpleGrid>
  );
}

function Workers({ workers, now }: JobsOverview & { now: number }) {
  if (workers.length === 0) return <Text c="dimmed">No worker seen in the last 24 hours.</Text>;
  return (
    <Table aria-label="Workers">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Worker</Table.Th>
          <Table.Th>State</Table.Th>
          <Table.Th>Last seen</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {workers.slice(0, SHOWN).map(({ workerId, version, alive, lastBeatAt }) => (
          <Table.Tr key={workerId}>
            <Table.Th scope="row" fw={500}>
              {workerId}
              <Text size="xs" c="dimmed">
                version {version}
              </Text>
            </Table.Th>
            <Table.Td>
              <State good={alive}>{alive ? 'Running' : 'Stopped'}</State>
            </Table.Td>
            <Table.Td>{ago(lastBeatAt, now)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Paths({ paths, flags }: JobsOverview) {
  return (
    <>
      <Table aria-label="How updates run">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Started by</Table.Th>
            <Table.Th>Runs on</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {TRIGGERS.map((trigger) => (
            <Table.Tr key={trigger}>
              <Table.Th scope="row" fw={500}>
                {TRIGGER_WORDS[trigger]}
              </Table.Th>
              <Table.Td>
                {paths[trigger] === 'background-job' ? 'Worker' : 'Edge functions'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="sm">
        {flags.map(({ name, value }) => `${name}: ${value ?? 'unset'}`).join(', ')}
      </Text>
    </>
  );
}

function State({ good, children }: { good: boolean; children: ReactNode }) {
  return (
    <Badge color={good ? 'pitch' : 'gray'} variant="light" tt="none" miw="max-content">
      {children}
    </Badge>
  );
}
