import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { requestStatsUpdate } from './admin-api.ts';
import { JOBS_KEY } from './use-jobs.ts';

/**
 * Asks for a stats run. Every click is a request of its own.
 */
export function useStatsUpdate() {
  const queries = useQueryClient();
  // The second half of a double click comes before the page was drawn again.
  const isOnItsWay = useRef(false);
  const { mutate, data, error, isPending, submittedAt } = useMutation({
    mutationFn: requestStatsUpdate,
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
