import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { isLive } from '@/hooks/poll-interval.ts';
import type { JobView } from '@/jobs/job-view.ts';
import { atClock } from '../time-words.ts';
import classes from './job-details.module.css';
import { JobFacts } from './job-facts.tsx';
import { errorWords, ordinal } from './job-words.ts';
import { WaterfallView } from './waterfall-view.tsx';

interface JobDetailsProps {
  job: JobView;
  usualMs: Readonly<Record<string, number>>;
  /** Leads to another job of the list, by its id. */
  onShow: (jobId: string) => void;
}

/** An opened job: what went wrong, its ten steps, and the facts about it. */
export function JobDetails({ job, usualMs, onShow }: JobDetailsProps) {
  return (
    <Stack gap="md">
      <Problem job={job} />
      <WaterfallView job={job} usualMs={usualMs} />
      <JobFacts job={job} onShow={onShow} />
    </Stack>
  );
}

/** The error of a job that failed, or of the run before the current one. */
function Problem({ job }: { job: JobView }) {
  if (!job.errorMessage) return null;
  if (!isLive(job)) {
    return (
      <Alert
        color="red"
        icon={<IconAlertTriangle />}
        title={failedWords(job)}
        classNames={{ message: classes.message }}
      >
        {errorWords(job.errorMessage)}
      </Alert>
    );
  }
  return (
    <Alert
      color="gray"
      icon={<IconInfoCircle />}
      title={`The ${ordinal(job.retryCount)} run failed. ${whatNow(job)}`}
      classNames={{ message: classes.message }}
    >
      {errorWords(job.errorMessage)}
    </Alert>
  );
}

/** On the edge functions a job runs once; its steps are tried again by themselves. */
function failedWords({ via, retryCount, maxRetries }: JobView): string {
  return via === 'edge-functions'
    ? 'Failed on the edge functions'
    : `Failed after ${retryCount + 1} of ${maxRetries + 1} runs`;
}

function whatNow({ status, nextAttemptAt }: JobView): string {
  if (status === 'processing') return 'The failed steps are running again.';
  return nextAttemptAt ? `It will retry at ${atClock(nextAttemptAt)}.` : 'It will retry shortly.';
}
