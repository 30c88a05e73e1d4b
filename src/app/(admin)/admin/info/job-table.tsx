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

/**
 * The last ten jobs. The last thing on the page: nothing stands below that could be moved. Its roles
 * are spelt out, since on a phone its parts are laid out as no table is.
 */
export function JobTable({ jobs, readAt }: JobTableProps) {
  return (
    <SectionCard title="Last ten updates">
      <Table
        role="table"
        layout="fixed"
        className={classes.jobs}
        tabularNums
        aria-label="Last ten updates"
        aria-busy={!jobs}
      >
        <TableThead role="rowgroup">
          <TableTr role="row">
            <TableTh role="columnheader" className={classes.status}>
              Status
            </TableTh>
            <TableTh role="columnheader">Asked by</TableTh>
            <TableTh role="columnheader" className={classes.functions}>
              Functions
            </TableTh>
            <TableTh role="columnheader" className={classes.run}>
              Run
            </TableTh>
            <TableTh role="columnheader" className={classes.took}>
              Took
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody role="rowgroup">
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
    <TableTr key={row} role="row" className={classes.job}>
      <TableTd role="cell" colSpan={5} className={classes.waiting}>
        <Skeleton height={20} />
      </TableTd>
    </TableTr>
  ));
}
