import { useEffect, useState } from 'react';
import type { JobView } from '@/jobs/job-view.ts';

interface ShowJob {
  /** The jobs that are listed now. */
  shown: readonly JobView[];
  /** More of them are on their way. */
  isReading: boolean;
  /** There are older ones to read. */
  hasMore: boolean;
  onReadOn: () => void;
  onFound: (jobId: string) => void;
}

/** A retry is made soon after what it repeats: what is not found by then was pruned, or is very old. */
const MOST_READS = 10;

/**
 * Leads to a job of the history, by its id: reads on until it is listed, then opens it and puts the
 * focus on it.
 */
export function useShowJob({ shown, isReading, hasMore, onReadOn, onFound }: ShowJob) {
  const [wanted, setWanted] = useState<{ id: string; reads: number } | null>(null);
  const isListed = shown.some(({ id }) => id === wanted?.id);

  useEffect(() => {
    if (wanted === null || isReading) return;
    if (!isListed && hasMore && wanted.reads < MOST_READS) {
      setWanted({ ...wanted, reads: wanted.reads + 1 });
      onReadOn();
      return;
    }
    setWanted(null);
    if (!isListed) return;
    onFound(wanted.id);
    document.querySelector<HTMLElement>(`[data-job="${wanted.id}"] button`)?.focus();
  }, [wanted, isListed, isReading, hasMore, onReadOn, onFound]);

  return (id: string) => setWanted({ id, reads: 0 });
}
