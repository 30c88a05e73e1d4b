import { useQuery } from '@tanstack/react-query';
import { AdminApiError, readJobs } from './admin-api.ts';
import { pollInterval } from './poll-interval.ts';

export const JOBS_KEY = ['background-jobs'];

/**
 * The jobs as last read, kept current while the page is visible. `askedAt` is when the
 * admin last clicked. A session that has ended leads back to the sign-in page. Not `enabled`, it asks
 * nothing.
 */
export function useJobs(askedAt: number | null, enabled = true) {
  return useQuery({
    enabled,
    queryKey: JOBS_KEY,
    queryFn: ({ signal }) =>
      readJobs(signal).catch((error: unknown) => {
        if (error instanceof AdminApiError && error.status === 401) location.assign('/sign-in');
        throw error;
      }),
    refetchInterval: ({ state }) =>
      pollInterval({ overview: state.data, askedAt, now: Date.now() }),
    retry: 1,
  });
}
