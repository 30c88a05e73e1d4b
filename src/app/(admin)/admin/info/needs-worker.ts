import type { JobsOverview } from '@/jobs/job-view.ts';

/** Where every update goes to the edge functions, and none waits, a worker has nothing to do. */
export function needsWorker({ paths, queue }: Pick<JobsOverview, 'paths' | 'queue'>): boolean {
  return queue.depth > 0 || Object.values(paths).includes('background-job');
}
