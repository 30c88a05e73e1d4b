import { Alert } from '@mantine/core';
import { CheckIcon, ClockIcon, WarningIcon } from '@/components/icons.tsx';
import type { JobsOverview } from '@/jobs/job-view.ts';
import classes from './worker-notice.module.css';

interface WorkerNoticeProps {
  overview: JobsOverview | undefined;
  /** Why the last look failed; what is shown is then older. */
  problem: Error | null;
}

/** At the top of the page: whether there is anyone to do the work. Always of the same height. */
export function WorkerNotice({ overview, problem }: WorkerNoticeProps) {
  if (problem) {
    return (
      <Alert color="red" icon={<WarningIcon />} className={classes.notice} role="alert">
        What you see may be old: {problem.message} The page keeps trying.
      </Alert>
    );
  }
  if (!overview) {
    return (
      <Alert color="gray" icon={<ClockIcon />} className={classes.notice}>
        Looking for workers.
      </Alert>
    );
  }

  const alive = overview.workers.filter((worker) => worker.alive).length;
  if (alive === 0) {
    return (
      <Alert color="red" icon={<WarningIcon />} className={classes.notice} role="alert">
        <strong>No worker is alive.</strong> Updates wait in the queue, and nothing is lost: they
        run when a worker starts.
      </Alert>
    );
  }
  return (
    <Alert color="pitch" icon={<CheckIcon />} className={classes.notice}>
      {alive === 1 ? 'One worker is alive' : `${alive} workers are alive`}.{' '}
      {queueWords(overview.queue.depth)}
    </Alert>
  );
}

function queueWords(depth: number): string {
  if (depth === 0) return 'The queue is empty.';
  return depth === 1 ? 'One update is in the queue.' : `${depth} updates are in the queue.`;
}
