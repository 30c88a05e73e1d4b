import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { requestStatsUpdate } from './admin-api.ts';
import { JOBS_KEY } from './use-jobs.ts';

interface Click {
  requestId: string;
  /** The newest job that was known at the click: a newer one came after it. */
  newestBefore: string | null;
}

/** Asks for a stats run. Every click is a request of its own. */
export function useStatsUpdate() {
  const queries = useQueryClient();
  // The second half of a double click comes before the page was drawn again.
  const isOnItsWay = useRef(false);
  const { mutate, data, error, isPending, submittedAt, variables } = useMutation({
    mutationFn: ({ requestId }: Click) => requestStatsUpdate(requestId),
    onSettled: () => {
      isOnItsWay.current = false;
      // Not awaited: the answer is told at once, what became of the job when it is known.
      void queries.invalidateQueries({ queryKey: JOBS_KEY });
    },
  });

  return {
    ask: (newestBefore: string | null = null) => {
      if (isOnItsWay.current) return;
      isOnItsWay.current = true;
      mutate({ requestId: crypto.randomUUID(), newestBefore });
    },
    answer: data ?? null,
    problem: error,
    isAsking: isPending,
    newestBefore: variables?.newestBefore ?? null,
    /** Milliseconds; null before the first click. */
    askedAt: submittedAt || null,
  };
}
