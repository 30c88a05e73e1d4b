'use client';

import { Accordion, Alert, Button, Center, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { JobsFilter } from '@/hooks/admin-api.ts';
import type { JobView } from '@/jobs/job-view.ts';
import { JobFilters } from './job-filters.tsx';
import { JobItem } from './job-item.tsx';
import classes from './job-list.module.css';
import { useHeldStill } from './use-held-still.ts';
import { useShowJob } from './use-show-job.ts';

interface JobListProps {
  /** Newest first; undefined until they were read once. */
  jobs: readonly JobView[] | undefined;
  hasMore: boolean;
  /** What was asked for last is on its way. */
  isOnItsWay: boolean;
  /** Why it could not be read; null when it could. */
  problem: Error | null;
  readAgain: () => void;
  onMore: () => void;
  filter: JobsFilter;
  onFilter: (filter: JobsFilter) => void;
  usualMs: Readonly<Record<string, number>>;
  /** Milliseconds: the end, for now, of what is still running. */
  now: number;
}

/**
 * The job history: newest first, live, and still while somebody points at it: what comes in then
 * waits behind a button, so that no row moves away just before a click.
 */
export function JobList({ jobs, hasMore, isOnItsWay, onMore, ...list }: JobListProps) {
  const { filter, onFilter, problem, readAgain, usualMs, now } = list;
  const [opened, setOpened] = useState<string[]>([]);
  const still = useHeldStill(jobs ?? []);
  const show = useShowJob({
    shown: still.shown,
    isReading: isOnItsWay,
    hasMore,
    onReadOn: onMore,
    onFound: (id) => setOpened((open) => [...new Set([...open, id])]),
  });
  const showAnother = (id: string) => {
    // It may be newer than what is held still, or none that the filter lets through.
    still.letGo();
    if (!jobs?.some((job) => job.id === id)) onFilter({});
    show(id);
  };

  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <JobFilters filter={filter} onFilter={onFilter} />
        <Button
          size="xs"
          variant="light"
          onClick={still.letGo}
          className={classes.newer}
          data-shown={still.newer > 0 || undefined}
          disabled={still.newer === 0}
        >
          Show {still.newer} newer
        </Button>
      </Group>
      {!jobs && !problem && <WaitingRows />}
      {jobs?.length === 0 && <NoJobs isFiltered={Boolean(filter.status ?? filter.trigger)} />}
      <Accordion
        multiple
        variant="separated"
        radius="md"
        order={3}
        chevronPosition="left"
        chevronIconSize={16}
        value={opened}
        onChange={setOpened}
        classNames={{ item: classes.item, control: classes.control, label: classes.label }}
        aria-busy={!jobs && !problem}
        {...still.watch}
      >
        {still.shown.map((job) => (
          <JobItem
            key={job.id}
            job={job}
            isOpen={opened.includes(job.id)}
            usualMs={usualMs}
            now={now}
            onChanged={still.letGo}
            onShow={showAnother}
          />
        ))}
      </Accordion>
      {problem && (
        <Alert color="red" icon={<IconAlertTriangle />} role="alert">
          <Group justify="space-between" gap="xs">
            <Text size="sm">These updates could not be loaded. {problem.message}</Text>
            <Button variant="default" size="xs" onClick={readAgain}>
              Try again
            </Button>
          </Group>
        </Alert>
      )}
      {hasMore && !problem && (
        <Center>
          <Button variant="default" onClick={onMore} loading={isOnItsWay}>
            Load more
          </Button>
        </Center>
      )}
    </Stack>
  );
}

function NoJobs({ isFiltered }: { isFiltered: boolean }) {
  return (
    <Text c="dimmed" ta="center" py="xl">
      {isFiltered ? 'No updates match these filters.' : 'No updates yet.'}
    </Text>
  );
}

function WaitingRows() {
  return Array.from({ length: 10 }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
    <Skeleton key={row} className={classes.waiting} radius="md" />
  ));
}
