import { Badge, Skeleton, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { SectionCard } from '@/components/section-card.tsx';
import type { JobsOverview } from '@/jobs/job-view.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import classes from './freshness-table.module.css';
import { ago } from './time-words.ts';

interface FreshnessTableProps {
  freshness: JobsOverview['freshness'] | undefined;
  now: number;
}

/** Per cache tag: the version the club's data is at, what is computed of it, and what is served. */
export function FreshnessTable({ freshness, now }: FreshnessTableProps) {
  return (
    <SectionCard title="How new the numbers are">
      <Text size="sm" c="dimmed" mb="sm">
        Every change of a match, a player or a rule raises the club’s version
        {freshness && <>, now {freshness.sourceVersion}</>}. Numbers counted at an older version
        lack the changes since.
      </Text>
      {freshness ? (
        <Table className={classes.table} tabularNums aria-label="How new the numbers are">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Numbers</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th className={classes.number}>Counted at</Table.Th>
              <Table.Th className={classes.number}>On the site</Table.Th>
              <Table.Th className={classes.age}>Counted</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {freshnessOf(freshness).map((one) => (
              <Table.Tr key={one.tag}>
                <Table.Th scope="row" title={one.tag} fw={500}>
                  {one.label}
                  <Text className={classes.small} size="xs" c="dimmed">
                    version {one.computedVersion}, on the site {one.servedVersion ?? 'unknown'},{' '}
                    {counted(one, now)}
                  </Text>
                </Table.Th>
                <Table.Td>
                  <State freshness={one} />
                </Table.Td>
                <Table.Td className={classes.number}>{one.computedVersion}</Table.Td>
                <Table.Td className={classes.number}>{one.servedVersion ?? 'unknown'}</Table.Td>
                <Table.Td className={classes.age}>{counted(one, now)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Skeleton height={420} />
      )}
    </SectionCard>
  );
}

const counted = ({ computedAt }: Freshness, now: number) =>
  computedAt ? ago(computedAt, now) : 'never';

function State({ freshness: { behind, siteIsBehind } }: { freshness: Freshness }) {
  if (behind > 0) return <Behind words={`${behind} behind`} />;
  if (siteIsBehind) return <Behind words="site is older" />;
  return (
    <Badge
      color="pitch"
      variant="light"
      tt="none"
      miw="max-content"
      leftSection={<IconCheck size={12} />}
    >
      current
    </Badge>
  );
}

function Behind({ words }: { words: string }) {
  return (
    <Badge
      color="floodlight"
      variant="light"
      tt="none"
      miw="max-content"
      leftSection={<IconAlertTriangle size={12} />}
    >
      {words}
    </Badge>
  );
}
