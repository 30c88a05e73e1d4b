import { AccordionControl, AccordionItem, AccordionPanel, Progress, Text } from '@mantine/core';
import type { JobView } from '@/jobs/job-view.ts';
import { ago, inSeconds } from '../time-words.ts';
import { JobActions } from './job-actions.tsx';
import { JobDetails } from './job-details.tsx';
import classes from './job-list.module.css';
import { JobStatusBadge } from './job-status-badge.tsx';
import { errorHeadline, jobByline, tookMs, triggerName } from './job-words.ts';

interface JobItemProps {
  job: JobView;
  isOpen: boolean;
  usualMs: Readonly<Record<string, number>>;
  now: number;
  /** After the admin retried or cancelled it. */
  onChanged: () => void;
  /** Leads to another job of the list, by its id. */
  onShow: (jobId: string) => void;
}

/** One job: a row of fixed height that opens to everything known of it. */
export function JobItem({ job, isOpen, usualMs, now, onChanged, onShow }: JobItemProps) {
  const [maker] = job.triggers;
  const took = tookMs(job, now);
  const at = job.startedAt ?? job.createdAt;

  return (
    <AccordionItem value={job.id} data-job={job.id}>
      <div className={classes.head}>
        <AccordionControl>
          <span className={classes.row}>
            <span className={classes.status}>
              <JobStatusBadge status={job.status} />
            </span>
            <span className={classes.what}>
              <Text component="span" size="sm" fw={600} truncate>
                {maker ? triggerName(maker) : 'System'}
              </Text>
              <Byline job={job} />
            </span>
            <span className={classes.functions}>
              <Text component="span" size="sm">
                {job.results.successful_functions} of {job.results.total_functions}
              </Text>
              <Share job={job} />
            </span>
            <span className={classes.time}>
              <Text component="span" size="sm" fw={600}>
                {took === null ? 'not started' : inSeconds(took)}
              </Text>
              <Text component="time" dateTime={at} size="xs" c="dimmed">
                {ago(at, now)}
              </Text>
            </span>
          </span>
        </AccordionControl>
        <div className={classes.actions}>
          <JobActions job={job} onChanged={onChanged} />
        </div>
      </div>
      <AccordionPanel>
        {isOpen && <JobDetails job={job} usualMs={usualMs} onShow={onShow} />}
      </AccordionPanel>
    </AccordionItem>
  );
}

/** Why it failed, if it did; else who asked for it. */
function Byline({ job }: { job: JobView }) {
  const failure = job.status === 'failed' && job.errorMessage;
  return (
    <Text component="span" size="xs" truncate c={failure ? 'var(--mantine-color-error)' : 'dimmed'}>
      {failure ? errorHeadline(failure) : jobByline(job)}
    </Text>
  );
}

/** How many of the ten functions are done, as a bar. The numbers beside it say the same. */
function Share({ job: { status, results } }: { job: JobView }) {
  return (
    <Progress
      component="span"
      aria-hidden
      size={4}
      value={(100 * results.successful_functions) / results.total_functions}
      color={status === 'failed' ? 'red' : 'pitch'}
    />
  );
}
