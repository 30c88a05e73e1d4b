import { TableTd, TableTr, Text } from '@mantine/core';
import type { JobView } from '@/jobs/job-view.ts';
import { JobStatusBadge } from './job-status-badge.tsx';
import classes from './job-table.module.css';
import { askedBy, atClock, inSeconds, runOf, tookMs } from './job-words.ts';

/** One job: where it stands, and below it why it failed, if it did. */
export function JobRow({ job, readAt }: { job: JobView; readAt: number }) {
  const { results } = job;
  const took = tookMs(job, readAt);
  const startedAt = job.startedAt ?? job.createdAt;

  return (
    <>
      <TableTr
        role="row"
        className={classes.job}
        data-failed={job.errorMessage !== null || undefined}
      >
        <TableTd role="cell" className={classes.status}>
          <JobStatusBadge status={job.status} />
        </TableTd>
        <TableTd role="cell" className={classes.asked}>
          <Text size="sm" fw={600}>
            {askedBy(job)}
          </Text>
          <Text size="xs" c="dimmed">
            <time dateTime={startedAt}>{atClock(startedAt)}</time>
          </Text>
        </TableTd>
        <TableTd role="cell" className={classes.functions}>
          {results.successful_functions}/{results.total_functions}
        </TableTd>
        <TableTd role="cell" className={classes.run}>
          {runOf(job)}
        </TableTd>
        <TableTd role="cell" className={classes.took}>
          {took === null ? '–' : inSeconds(took)}
        </TableTd>
      </TableTr>
      {job.errorMessage && (
        <TableTr role="row">
          <TableTd role="cell" colSpan={5} className={classes.error}>
            <Text size="sm" c="var(--mantine-color-error)">
              {job.errorMessage}
            </Text>
          </TableTd>
        </TableTr>
      )}
    </>
  );
}
