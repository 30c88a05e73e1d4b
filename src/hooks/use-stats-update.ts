import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AdminApiError, requestStatsUpdate } from './admin-api.ts';
import { JOBS_KEY } from './use-jobs.ts';

/**
 * Asks for a stats run. Every click is a request of its own; one whose answer was lost on the way
 * is sent once more under the same id, which gets the same job.
 */
export function useStatsUpdate() {
  const queries = useQueryClient();
  const { mutate, data, error, isPending, submittedAt } = useMutation({
    mutationFn: requestStatsUpdate,
    retry: (failures, problem) => failures < 1 && !(problem instanceof AdminApiError),
    onSettled: () => queries.invalidateQueries({ queryKey: JOBS_KEY }),
  });

  return {
    ask: () => mutate(crypto.randomUUID()),
    answer: data ?? null,
    problem: error,
    isAsking: isPending,
    /** Milliseconds; null before the first click. */
    askedAt: submittedAt || null,
  };
}
