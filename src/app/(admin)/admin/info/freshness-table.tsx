import { Badge, Skeleton, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { shortDate } from '@/components/dates.ts';
import { SectionCard } from '@/components/section-card.tsx';
import type { JobsOverview } from '@/jobs/job-view.ts';
import { type Freshness, freshnessOf, staleWords } from './freshness.ts';
import classes from './freshness-table.module.css';
import { ago } from './time-words.ts';

interface FreshnessTableProps {
  freshness: JobsOverview['freshness'] | undefined;
  now: number;
}

/** Per cache tag: the version and the day of the stored stats, their age, and what the site serves. */
export function FreshnessTable({ freshness, now }: FreshnessTableProps) {
  return (
    <SectionCard title="Stats freshness">
      <Text size="sm" c="dimmed" mb="sm">
        Every change to a match, player or setting raises the club’s data version
        {freshness && <>, now {freshness.sourceVersion}</>}. Stats with an older version don’t
        include the latest changes.
      </Text>
      {freshness ? (
        <Table className={classes.table} tabularNums aria-label="Stats freshness">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Stats</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th className={classes.number}>Stats version</Table.Th>
              <Table.Th className={classes.number}>On the site</Table.Th>
              <Table.Th className={classes.age}>As of</Table.Th>
              <Table.Th className={classes.age}>Updated</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {freshnessOf(freshness).map((one) => (
              <Table.Tr key={one.tag}>
                <Table.Th scope="row" title={one.tag} fw={500}>
                  {one.label}
                  <Text className={classes.small} size="xs" c="dimmed">
                    version {one.computedVersion}, on the site {one.servedVersion ?? 'unknown'}, as
                    of {dayOf(one)}, {updated(one, now)}
                  </Text>
                </Table.Th>
                <Table.Td>
                  <State freshness={one} />
                </Table.Td>
                <Table.Td className={classes.number}>{one.computedVersion}</Table.Td>
                <Table.Td className={classes.number}>{one.servedVersion ?? 'unknown'}</Table.Td>
                <Table.Td className={classes.age}>{dayOf(one)}</Table.Td>
                <Table.Td className={classes.age}>{updated(one, now)}</Table.Td>
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

const dayOf = ({ computedAsOf }: Freshness) => (computedAsOf ? shortDate(computedAsOf) : 'no day');

const updated = ({ computedAt }: Freshness, now: number) =>
  computedAt ? ago(computedAt, now) : 'never';

function State({ freshness }: { freshness: Freshness }) {
  const stale = staleWords(freshness);
  return (
    <Badge
      color={stale ? 'floodlight' : 'pitch'}
      variant="light"
      tt="none"
      miw="max-content"
      leftSection={stale ? <IconAlertTriangle size={12} /> : <IconCheck size={12} />}
    >
      {stale ?? 'Current'}
    </Badge>
  );
}
