import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JobsOverview, JobView } from '@/jobs/job-view.ts';
import { type JobsFilter, readJobs } from './admin-api.ts';
import { pollInterval } from './poll-interval.ts';
import { JOBS_KEY } from './use-jobs.ts';

interface JobList {
  /** Newest first; undefined until they were read once. */
  jobs: readonly JobView[] | undefined;
  hasMore: boolean;
  /** What was asked for last is on its way; `jobs` is what was asked for before. */
  isOnItsWay: boolean;
}

/**
 * The job history as far as it is asked for: `pages` of ten that the filter lets through. The first
 * page of everything is the overview's. More is read again as often as the overview, and whole: a
 * page read by itself would leave a gap when a new job pushes another off the page before.
 */
export function useJobList(
  overview: JobsOverview | undefined,
  filter: Pick<JobsFilter, 'status' | 'trigger'>,
  pages: number,
): JobList {
  const isOverview = pages === 1 && !filter.status && !filter.trigger;
  const { data, isPlaceholderData, isPending } = useQuery({
    queryKey: [...JOBS_KEY, filter, pages],
    queryFn: ({ signal }) => readPages(filter, pages, signal),
    enabled: !isOverview,
    placeholderData: keepPreviousData,
    refetchInterval: () =>
      pollInterval({ jobs: overview?.jobs ?? [], askedAt: null, now: Date.now() }),
    retry: 1,
  });

  const list = (!isOverview && data) || {
    jobs: overview?.jobs,
    hasMore: (overview?.nextBefore ?? null) !== null,
  };
  return { ...list, isOnItsWay: !isOverview && (isPlaceholderData || isPending) };
}

async function readPages(filter: JobsFilter, pages: number, signal: AbortSignal) {
  const jobs: JobView[] = [];
  let before: string | null | undefined;
  for (let read = 0; read < pages && before !== null; read += 1) {
    const page = await readJobs(signal, { ...filter, before });
    jobs.push(...page.jobs);
    before = page.nextBefore;
  }
  return { jobs, hasMore: before !== null };
}
