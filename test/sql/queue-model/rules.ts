import { isDeepStrictEqual } from 'node:util';
import type { JobRow, Snapshot } from './snapshot.ts';

interface Seen {
  readonly now: Snapshot;
  /** Earlier. */
  readonly before: Snapshot;
  /** Messages that were deleted by hand. */
  readonly deleted: ReadonlySet<number>;
}

/** What holds at every instant, whoever is in the middle of what; each says where it is broken. */
const RULES: Record<string, (seen: Seen) => readonly (string | number)[]> = {
  'a live job has its own message on the queue': ({ now, deleted }) =>
    now.jobs
      .filter(isLive)
      .filter((job) => {
        const ticket = now.queue.find(({ msg_id }) => msg_id === job.message_id);
        return !isDeepStrictEqual(ticket?.message ?? null, { job_id: job.id });
      })
      .filter(({ message_id }) => !deleted.has(message_id ?? 0))
      .map(({ id }) => id),

  'an ended job has no message on the queue': ({ now }) =>
    now.jobs
      .filter(isEnded)
      .filter((job) => now.queue.some(({ msg_id }) => msg_id === job.message_id))
      .map(({ id }) => id),

  'one job at most waits that never started': ({ now }) =>
    now.jobs
      .filter(({ status, started_at }) => status === 'queued' && started_at === null)
      .map(({ id }) => id)
      .slice(1),

  'a job never disappears, nor changes once it has ended': ({ now, before }) =>
    before.jobs
      .filter((earlier) => {
        const job = now.jobs.find(({ id }) => id === earlier.id);
        return !job || (isEnded(earlier) && !isDeepStrictEqual(job, earlier));
      })
      .map(({ id }) => id),

  'an ended job, and no other, says when it ended': ({ now }) =>
    now.jobs.filter((job) => (job.completed_at !== null) !== isEnded(job)).map(({ id }) => id),

  'a job is retried as often as it may be and no more': ({ now }) =>
    now.jobs.filter((job) => job.retry_count > job.max_retries).map(({ id }) => id),

  'what a job must include never falls': ({ now, before }) =>
    before.jobs
      .filter((earlier) => {
        const job = now.jobs.find(({ id }) => id === earlier.id);
        return (
          !job ||
          job.required_version < earlier.required_version ||
          job.required_as_of < earlier.required_as_of ||
          job.priority < earlier.priority ||
          job.force < earlier.force
        );
      })
      .map(({ id }) => id),

  'a request has one job for ever': ({ now, before }) =>
    before.triggers
      .filter(
        (earlier) =>
          now.triggers.find(({ request_id }) => request_id === earlier.request_id)?.job_id !==
          earlier.job_id,
      )
      .map(({ request_id }) => request_id),

  'a running job, and no other, has a lease': ({ now }) =>
    now.jobs
      .filter((job) => (job.lease_expires_at !== null) !== (job.status === 'processing'))
      .map(({ id }) => id),

  'a lease lasts until its message comes back': ({ now, deleted }) =>
    now.jobs
      .filter(({ status, lease_over }) => status === 'processing' && lease_over === false)
      .filter(({ message_id, lease_expires_at }) => {
        const ticket = now.queue.find(({ msg_id }) => msg_id === message_id);
        return !deleted.has(message_id ?? 0) && ticket?.vt !== lease_expires_at;
      })
      .map(({ id }) => id),

  'a dead letter is in the archive': ({ now }) =>
    now.deadLetters
      .map(({ message_id }) => message_id)
      .filter((letter) => !now.archive.some(({ msg_id }) => msg_id === letter)),

  'a message is in one place': ({ now }) =>
    now.archive
      .map(({ msg_id }) => msg_id)
      .filter(
        (archived, index, all) =>
          all.indexOf(archived) !== index || now.queue.some(({ msg_id }) => msg_id === archived),
      ),
};

const isLive = ({ status }: JobRow) => status === 'queued' || status === 'processing';
const isEnded = (job: JobRow) => !isLive(job);

/** The rules that do not hold, each with whom it is broken for. */
export const brokenRules = (seen: Seen): string[] => report(RULES, seen);

/** Applies named checks; a line for each that finds something. */
export function report<Facts>(
  checks: Record<string, (facts: Facts) => readonly (string | number)[]>,
  facts: Facts,
): string[] {
  return Object.entries(checks).flatMap(([name, offenders]) => {
    const found = offenders(facts);
    return found.length === 0 ? [] : [`${name}; not so: ${found.join(', ')}`];
  });
}
