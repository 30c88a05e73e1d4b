import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JobsOverview, JobView } from '@/jobs/job-view.ts';
import { type JobsFilter, readJobs } from './admin-api.ts';
import { pollInterval } from './poll-interval.ts';
import { JOBS_KEY } from './use-jobs.ts';

interface JobPages {
  /** Newest first. */
  jobs: readonly JobView[];
  hasMore: boolean;
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
) {
  const queries = useQueryClient();
  const isFiltered = Boolean(filter.status ?? filter.trigger);
  const isOverview = pages === 1 && !isFiltered;
  const keyOf = (count: number) => [...JOBS_KEY, filter, count];
  const { data, error, isPlaceholderData, isPending, refetch } = useQuery({
    queryKey: keyOf(pages),
    queryFn: ({ signal }) => readPages(filter, pages, signal),
    enabled: !isOverview,
    placeholderData: keepPreviousData,
    refetchInterval: () => pollInterval({ overview, askedAt: null, now: Date.now() }),
    retry: 1,
  });

  const firstOfAll = overview && { jobs: overview.jobs, hasMore: overview.nextBefore !== null };
  /** What is shown where `pages` could not be read: the pages before, never those of another filter. */
  const before =
    pages === 2 && !isFiltered ? firstOfAll : queries.getQueryData<JobPages>(keyOf(pages - 1));
  const list = isOverview ? firstOfAll : (data ?? before);
  return {
    /** Newest first; undefined while there are none to show. */
    jobs: list?.jobs,
    hasMore: list?.hasMore ?? false,
    /** What was asked for last is on its way; `jobs` is what was asked for before. */
    isOnItsWay: !isOverview && (isPlaceholderData || isPending),
    /** Why what was asked for last could not be read; null when it could. */
    problem: isOverview || data ? null : error,
    readAgain: () => void refetch(),
  };
}

async function readPages(
  filter: JobsFilter,
  pages: number,
  signal: AbortSignal,
): Promise<JobPages> {
  const jobs: JobView[] = [];
  let before: string | null | undefined;
  for (let read = 0; read < pages && before !== null; read += 1) {
    const page = await readJobs(signal, { ...filter, before });
    jobs.push(...page.jobs);
    before = page.nextBefore;
  }
  return { jobs, hasMore: before !== null };
}
