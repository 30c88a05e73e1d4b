import { ActionIcon, Anchor, Code, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { MatchLink } from '@/components/match-link.tsx';
import type { JobTrigger, JobView } from '@/jobs/job-view.ts';
import { atClock, inSeconds } from '../time-words.ts';
import classes from './job-details.module.css';
import { edgeWords, shortId, triggerMaker, tryOf } from './job-words.ts';

interface JobFactsProps {
  job: JobView;
  /** Leads to another job of the list, by its id. */
  onShow: (jobId: string) => void;
}

/** Who started a job and who joined, the ids to find it in the logs by, and its times. */
export function JobFacts({ job, onShow }: JobFactsProps) {
  const [maker, ...joined] = job.triggers;
  const repeats = job.triggers.flatMap(({ retryOf }) => (retryOf ? [retryOf] : []));
  const { visible_at: visibleAt } = job.results;

  return (
    <dl className={classes.facts}>
      {maker && <Fact name="Started by">{<Maker trigger={maker} />}</Fact>}
      {joined.length > 0 && (
        <Fact name="Joined by">
          {joined.map((trigger) => (
            <div key={trigger.requestId}>
              <Maker trigger={trigger} />, {atClock(trigger.createdAt)}
            </div>
          ))}
        </Fact>
      )}
      <Fact name="Priority">{job.priority > 1 ? 'High (after a match)' : 'Normal'}</Fact>
      <Fact name="Requested">{atClock(job.createdAt)}</Fact>
      {job.startedAt && (
        <Fact name="Waited in the queue">{inSeconds(between(job.createdAt, job.startedAt))}</Fact>
      )}
      {job.completedAt && <Fact name="Ended">{atClock(job.completedAt)}</Fact>}
      {job.cancelledBy && <Fact name="Cancelled by">{job.cancelledBy}</Fact>}
      {visibleAt && <Fact name="Visible to players at">{atClock(visibleAt)}</Fact>}
      {job.retryCount > 0 && <Fact name="Runs">{tryOf(job.retryCount, job.maxRetries)}</Fact>}
      {repeats.length > 0 && (
        <Fact name="Retry of">
          <JobLinks ids={repeats} onShow={onShow} />
        </Fact>
      )}
      {job.retriedBy.length > 0 && (
        <Fact name="Retried by">
          <JobLinks ids={job.retriedBy} onShow={onShow} />
        </Fact>
      )}
      <Fact name="Runs on">
        {job.via === 'background-job' ? 'a worker' : edgeWords(job.viaReason)}
        {job.workerId && ` (${job.workerId})`}
      </Fact>
      <Fact name="Job ID">
        <Copyable name="job ID" text={job.id} />
      </Fact>
      {job.triggers.length > 0 && (
        <Fact name="Request IDs (in all logs)">
          {job.triggers.map(({ requestId }) => (
            <Copyable key={requestId} name={`request ID ${shortId(requestId)}`} text={requestId} />
          ))}
        </Fact>
      )}
    </dl>
  );
}

const between = (from: string, to: string) => Math.max(0, Date.parse(to) - Date.parse(from));

interface JobLinksProps extends Pick<JobFactsProps, 'onShow'> {
  ids: readonly string[];
}

/** Links to other jobs. */
function JobLinks({ ids, onShow }: JobLinksProps) {
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && ', '}
      <Anchor component="button" type="button" inherit onClick={() => onShow(id)}>
        job {shortId(id)}
      </Anchor>
    </span>
  ));
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who or what started it; a match links to its page, as long as there is one. */
function Maker({ trigger }: { trigger: JobTrigger }) {
  const { matchId, matchDate, userEmail } = trigger;
  if (matchId === null || matchDate === null) return triggerMaker(trigger);
  return (
    <>
      <MatchLink matchId={matchId}>{triggerMaker(trigger)}</MatchLink>
      {userEmail && `, saved by ${userEmail}`}
    </>
  );
}

/** An id in full, and a button that copies it. */
function Copyable({ name, text }: { name: string; text: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Code>{text}</Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            color={copied ? 'pitch' : 'gray'}
            aria-label={copied ? `Copied ${name}` : `Copy ${name}`}
            onClick={copy}
          >
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
