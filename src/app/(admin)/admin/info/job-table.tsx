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

const SHOWN = 10;

interface JobTableProps {
  /** Newest first; undefined until they were read once. */
  jobs: readonly JobView[] | undefined;
  /** When they were read, in milliseconds: the end, for now, of what is still running. */
  readAt: number;
}

/** The last ten jobs. Keeps room for ten, so that nothing below moves when one is added. */
export function JobTable({ jobs, readAt }: JobTableProps) {
  return (
    <SectionCard title="Last ten updates">
      <div className={classes.room}>
        <Table layout="fixed" tabularNums aria-label="Last ten updates" aria-busy={!jobs}>
          <TableThead>
            <TableTr>
              <TableTh className={classes.status}>Status</TableTh>
              <TableTh>Asked for by</TableTh>
              <TableTh className={classes.done}>Done</TableTh>
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
      </div>
    </SectionCard>
  );
}

function WaitingRows() {
  return Array.from({ length: SHOWN }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
    <TableTr key={row} className={classes.job}>
      <TableTd colSpan={5}>
        <Skeleton height={20} />
      </TableTd>
    </TableTr>
  ));
}
