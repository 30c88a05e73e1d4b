import type { JobStatus, JobView } from '@/jobs/job-view.ts';
import type { Trigger } from '@/jobs/payload.ts';

export const TRIGGER_WORDS: Record<Trigger, string> = {
  'post-match': 'Match saved',
  admin: 'Admin',
  cron: 'Nightly run',
};

export const STATUS_WORDS: Record<JobStatus, string> = {
  queued: 'Queued',
  processing: 'Running',
  completed: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** Who asked for a job: `Match saved`, or `Match saved, 2 more joined`. */
export function askedBy({ triggers }: JobView): string {
  const [first, ...joined] = triggers;
  const maker = first ? TRIGGER_WORDS[first.triggeredBy] : 'The system';
  return joined.length > 0 ? `${maker}, ${joined.length} more joined` : maker;
}

/** Which of its runs a job is in or ended with: `1 of 4`. */
export function runOf({ retryCount, maxRetries }: JobView): string {
  return `${retryCount + 1} of ${maxRetries + 1}`;
}

/** How long a job has run by `now` (milliseconds), or ran; null before its first start. */
export function tookMs(
  { startedAt, completedAt }: Pick<JobView, 'startedAt' | 'completedAt'>,
  now: number,
): number | null {
  if (startedAt === null) return null;
  const end = completedAt === null ? now : Date.parse(completedAt);
  return Math.max(0, end - Date.parse(startedAt));
}

/** `0.8 s`, `12 s`, `3 min 5 s`. */
export function inSeconds(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `18 Nov, 21:04:09`, in the reader's own time zone. */
export function atClock(timestamp: string): string {
  return clock.format(new Date(timestamp));
}
