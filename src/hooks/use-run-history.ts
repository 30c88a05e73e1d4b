import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readRunHistory } from './admin-api.ts';

/**
 * How the last jobs went. Read again when another has ended: `newestEnded` is the last one's id,
 * undefined while that is not known.
 */
export function useRunHistory(newestEnded: string | null | undefined) {
  return useQuery({
    queryKey: ['run-history', newestEnded],
    queryFn: ({ signal }) => readRunHistory(signal),
    enabled: newestEnded !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
