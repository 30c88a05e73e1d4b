import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelJob, retryJob } from './admin-api.ts';
import { JOBS_KEY } from './use-jobs.ts';

type JobChange = 'retry' | 'cancel';

interface Told {
  /** The change is made, and in the jobs as they were read since. */
  onChanged: () => void;
  onRefused: (reason: string) => void;
}

/** Retries or cancels a job. It is on its way until the jobs have been read again. */
export function useChangeJob(jobId: string, { onChanged, onRefused }: Told) {
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ change, requestId }: { change: JobChange; requestId: string }) => {
      if (change === 'retry') await retryJob(jobId, requestId);
      else await cancelJob(jobId, requestId);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: JOBS_KEY });
      onChanged();
    },
    onError: (problem) => {
      onRefused(problem.message);
      return queries.invalidateQueries({ queryKey: JOBS_KEY });
    },
  });
  return {
    change: (change: JobChange) => mutate({ change, requestId: crypto.randomUUID() }),
    isChanging: isPending,
  };
}
