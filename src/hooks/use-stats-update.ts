import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { AdminApiError, requestStatsUpdate, UNANSWERED } from './admin-api.ts';
import { JOBS_KEY } from './use-jobs.ts';

/**
 * Asks for a stats run. Every click is a request of its own; one whose answer was lost on the way
 * is sent once more under the same id, which gets the same job.
 */
export function useStatsUpdate() {
  const queries = useQueryClient();
  // The second half of a double click comes before the page was drawn again.
  const isOnItsWay = useRef(false);
  const { mutate, data, error, isPending, submittedAt } = useMutation({
    mutationFn: requestStatsUpdate,
    retry: (failures, problem) =>
      failures < 1 && problem instanceof AdminApiError && problem.status === UNANSWERED,
    onSettled: () => {
      isOnItsWay.current = false;
      // Not awaited: the answer is told at once, what became of the job when it is known.
      void queries.invalidateQueries({ queryKey: JOBS_KEY });
    },
  });

  return {
    ask: () => {
      if (isOnItsWay.current) return;
      isOnItsWay.current = true;
      mutate(crypto.randomUUID());
    },
    answer: data ?? null,
    problem: error,
    isAsking: isPending,
    /** Milliseconds; null before the first click. */
    askedAt: submittedAt || null,
  };
}
