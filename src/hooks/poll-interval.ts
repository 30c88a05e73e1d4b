import type { JobsOverview, JobView } from '@/jobs/job-view.ts';

const JUST_ASKED_MS = 300;
const ACTIVE_MS = 2_000;
const QUIET_MS = 30_000;

/** How long after a click a job of less than a second is still looked out for. */
const JUST_ASKED_FOR_MS = 5_000;
/** How long a finished job is watched for the moment when the site shows its stats. */
const SETTLING_FOR_MS = 15_000;

interface Watched {
  /** The jobs as last read; undefined before. */
  overview: Pick<JobsOverview, 'jobs' | 'readAt'> | undefined;
  /** When the admin last clicked; null for never. Milliseconds, like `now`. */
  askedAt: number | null;
  now: number;
}

/** Milliseconds until the jobs are worth another look: often while something moves, else rarely. */
export function pollInterval({ overview, askedAt, now }: Watched): number {
  if (askedAt !== null && now - askedAt < JUST_ASKED_FOR_MS) return JUST_ASKED_MS;
  if (!overview) return QUIET_MS;
  // By the server's clock alone: a phone's may be minutes off.
  const readAt = Date.parse(overview.readAt);
  return overview.jobs.some((job) => isLive(job) || isSettling(job, readAt)) ? ACTIVE_MS : QUIET_MS;
}

/** Whether a job has not reached its end yet. */
export function isLive({ status }: Pick<JobView, 'status'>): boolean {
  return status === 'queued' || status === 'processing';
}

function isSettling({ status, completedAt, results }: JobView, readAt: number): boolean {
  return (
    status === 'completed' &&
    results.visible_at === null &&
    completedAt !== null &&
    readAt - Date.parse(completedAt) < SETTLING_FOR_MS
  );
}
