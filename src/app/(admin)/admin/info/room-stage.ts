import { isLive } from '@/hooks/poll-interval.ts';
import { stageOfJob, stageUnlisted, type UpdateStage } from '@/hooks/update-stage.ts';
import type { EnqueueAnswer, JobView } from '@/jobs/job-view.ts';

/** Where the stats stand, for the control room: what the admin asked for, and else what goes on. */
export type RoomStage =
  | Exclude<UpdateStage, { kind: 'idle' }>
  /** Nothing to wait for. `last` is the last job that ended, null when none ever ran. */
  | { kind: 'idle'; last: JobView | null };

interface Room {
  isAsking: boolean;
  /** Why the last request was refused or lost. */
  refusal: Error | null;
  /** The last request's answer; null before the first. */
  answer: EnqueueAnswer | null;
  /** The newest job that was listed at the last request; null for none. */
  newestBefore: string | null;
  /** The last ten jobs, newest first. */
  jobs: readonly JobView[];
  /** Why they could not be read again; what is known is then older. */
  outage: Error | null;
  /** When the page was opened, in milliseconds: what has ended since is news. */
  openedAt: number;
}

/**
 * Follows the admin's own job while it is live, and else whatever is: a page opened in the middle of
 * an update joins it. Then tells how the last one ended, as news if that was while the page was open.
 */
export function roomStage(room: Room): RoomStage {
  const { isAsking, refusal, answer, jobs, outage } = room;
  const [newest] = jobs;
  const live = followed(jobs, answer);
  if (isAsking) return { kind: 'asking' };
  // Until another job is under way, or came after it.
  if (refusal && !live && (newest?.id ?? null) === room.newestBefore) {
    return { kind: 'refused', reason: refusal.message };
  }
  if (outage) return { kind: 'unreachable', reason: outage.message };
  if (live) return stageOfJob(live, answer?.requestId ?? null);

  if (answer && isYetToCome(room)) return stageUnlisted(answer);
  if (!newest) return { kind: 'idle', last: null };
  const isNews = Date.parse(newest.completedAt ?? '') >= room.openedAt;
  return isNews || newest.status === 'failed'
    ? stageOfJob(newest, answer?.requestId ?? null)
    : { kind: 'idle', last: newest };
}

/** The admin's job is not in the list, which is older than the answer. Later ones push it out again. */
function isYetToCome({ answer, jobs, newestBefore }: Room): boolean {
  if (jobs.some(({ id }) => id === answer?.jobId)) return false;
  return jobs.length === 0 || jobs.some(({ id }) => id === newestBefore);
}

/** The live job to follow: the admin's own, else one that runs, else one that waits. */
function followed(jobs: readonly JobView[], answer: EnqueueAnswer | null): JobView | undefined {
  const live = jobs.filter(isLive);
  return (
    live.find(({ id }) => id === answer?.jobId) ??
    live.find(({ status }) => status === 'processing') ??
    live[0]
  );
}
