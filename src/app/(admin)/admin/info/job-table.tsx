'use client';

import {
  Skeleton,
  Table,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from '@mantine/core';
import { SectionCard } from '@/components/section-card.tsx';
import type { JobView } from '@/jobs/job-view.ts';
import { JobRow } from './job-row.tsx';
import classes from './job-table.module.css';

interface JobTableProps {
  /** Newest first; undefined until they were read once. */
  jobs: readonly JobView[] | undefined;
  /** When they were read, in milliseconds: the end, for now, of what is still running. */
  readAt: number;
}

/** The last ten jobs. The last thing on the page: nothing stands below that could be moved. */
export function JobTable({ jobs, readAt }: JobTableProps) {
  return (
    <SectionCard title="Last ten updates">
      <Table
        layout="fixed"
        className={classes.jobs}
        tabularNums
        aria-label="Last ten updates"
        aria-busy={!jobs}
      >
        <TableThead>
          <TableTr>
            <TableTh className={classes.status}>Status</TableTh>
            <TableTh>Asked by</TableTh>
            <TableTh className={classes.functions}>Functions</TableTh>
            <TableTh className={classes.run}>Run</TableTh>
            <TableTh className={classes.took}>Took</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {jobs ? (
            jobs.map((job) => <JobRow key={job.id} job={job} readAt={readAt} />)
          ) : (
            <WaitingRows />
          )}
        </TableTbody>
      </Table>
      {jobs?.length === 0 && (
        <Text c="dimmed" ta="center" py="xl">
          No update has run yet.
        </Text>
      )}
    </SectionCard>
  );
}

function WaitingRows() {
  return Array.from({ length: 3 }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
    <TableTr key={row} className={classes.job}>
      <TableTd colSpan={5}>
        <Skeleton height={20} />
      </TableTd>
    </TableTr>
  ));
}
