import { useState } from 'react';
import type { JobView } from '@/jobs/job-view.ts';

/**
 * Keeps a live list still from when a mouse comes over it, or the focus into it, until it leaves: jobs
 * made since are held back and counted. What is shown goes on telling the latest.
 */
export function useHeldStill(jobs: readonly JobView[]) {
  /** The newest job there was when the list came to be still; null while it may move. */
  const [newest, setNewest] = useState<string | null>(null);
  const hold = () => setNewest((held) => held ?? jobs[0]?.id ?? null);
  const letGo = () => setNewest(null);

  const newer = Math.max(0, newest === null ? 0 : jobs.findIndex(({ id }) => id === newest));
  return {
    shown: jobs.slice(newer),
    newer,
    /** Shows all there is, and all that comes, until the list is next pointed at. */
    letGo,
    watch: {
      onPointerEnter: ({ pointerType }: { pointerType: string }) => {
        // A finger is where it was put down last, not where somebody is about to press.
        if (pointerType === 'mouse') hold();
      },
      onPointerLeave: letGo,
      onFocus: hold,
      onBlur: letGo,
    },
  };
}
