import { longDate } from '@/components/dates.ts';
import type { EdgeReason, JobStatus, JobTrigger, JobView } from '@/jobs/job-view.ts';
import type { Trigger } from '@/jobs/payload.ts';
import { STATS_FUNCTIONS } from '@/jobs/stats-functions.ts';

export const STATUS_WORDS: Record<JobStatus, string> = {
  queued: 'Queued',
  processing: 'Running',
  completed: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

export const TRIGGER_WORDS: Record<Trigger, string> = {
  'post-match': 'Match saved',
  admin: 'Update button',
  cron: 'Nightly run',
};

/** No one asked: the queue found stats that were behind the data or the day, and caught up. */
const isSelfMended = ({ triggeredBy, force }: JobTrigger) =>
  triggeredBy === 'cron' && force === false;

/** What started a job, in two or three words. */
export function triggerName(trigger: JobTrigger): string {
  if (isSelfMended(trigger)) return 'Catching up';
  if (trigger.retryOf !== null) return 'Retry button';
  return TRIGGER_WORDS[trigger.triggeredBy];
}

/** Who or what started a job, to follow "by": `the match of Wednesday 18 November 2026`. */
export function triggerMaker(trigger: JobTrigger): string {
  if (isSelfMended(trigger)) return 'the system, because stats were behind';
  switch (trigger.triggeredBy) {
    case 'post-match':
      return trigger.matchDate ? `the match of ${longDate(trigger.matchDate)}` : 'a match';
    case 'admin':
      return trigger.userEmail ?? 'an admin';
    case 'cron':
      return 'the nightly run';
  }
}

const EDGE_REASON_WORDS: Record<EdgeReason, string> = {
  flag: 'set by the flags',
  queue_unavailable: 'because the queue is unavailable',
  asked: 'requested by an admin',
};

/** That path, and why: `the edge functions, set by the flags`. */
export function edgeWords(reason: EdgeReason | null): string {
  return ['the edge functions', reason && EDGE_REASON_WORDS[reason]].filter(Boolean).join(', ');
}

/** The first part of an id: enough to tell two jobs apart. */
export const shortId = (id: string) => id.slice(0, 8);

/** Below a job's name: who started it, how many joined, which run it is in, and its path. */
export function jobByline({ triggers, retryCount, maxRetries, via }: JobView): string {
  const [maker, ...joined] = triggers;
  return [
    maker && makerDetail(maker),
    joined.length > 0 && `${joined.length} more joined`,
    retryCount > 0 && tryOf(retryCount, maxRetries),
    via === 'edge-functions' && 'edge functions',
  ]
    .filter(Boolean)
    .join(' · ');
}

function makerDetail(trigger: JobTrigger): string | null {
  if (isSelfMended(trigger)) return 'stats were behind';
  const { matchDate, userEmail } = trigger;
  return [matchDate && longDate(matchDate), userEmail].filter(Boolean).join(' · ') || null;
}

/** Which of its runs a job is in or ended with: `2nd run of 4`. */
export function tryOf(retryCount: number, maxRetries: number): string {
  return `${ordinal(retryCount + 1)} run of ${maxRetries + 1}`;
}

/** `1st`, `2nd`, `3rd`, `4th`: no job has more runs than that. */
export function ordinal(place: number): string {
  return `${place}${['th', 'st', 'nd', 'rd'][place] ?? 'th'}`;
}

/** A job's error with its functions called by their names for people. */
export function errorWords(message: string): string {
  return STATS_FUNCTIONS.reduce((text, { rpc, label }) => text.replaceAll(rpc, label), message);
}

/** The line of a job's error that says what broke, not how much. */
export function errorHeadline(message: string): string {
  const lines = errorWords(message).split('\n').filter(Boolean);
  return lines[1] ?? lines[0] ?? message;
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
