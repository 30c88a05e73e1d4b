import { type FocusEvent, type PointerEvent, useRef, useState } from 'react';
import type { JobView } from '@/jobs/job-view.ts';

/**
 * Keeps a live list still while a mouse is over it or the keyboard's focus in it: jobs made since are
 * held back, and how many is told. What is shown goes on telling the latest.
 */
export function useHeldStill(jobs: readonly JobView[]) {
  /** The newest job there was when the list came to be still; null while it may move. */
  const [newest, setNewest] = useState<string | null>(null);
  const inside = useRef({ mouse: false, focus: false });
  const hold = (by: 'mouse' | 'focus') => {
    inside.current[by] = true;
    setNewest((held) => held ?? jobs[0]?.id ?? null);
  };
  const release = (by: 'mouse' | 'focus') => {
    inside.current[by] = false;
    if (!inside.current.mouse && !inside.current.focus) setNewest(null);
  };

  const newer = Math.max(0, newest === null ? 0 : jobs.findIndex(({ id }) => id === newest));
  return {
    shown: jobs.slice(newer),
    newer,
    /** Shows all there is, and all that comes, until the list is next pointed at. */
    letGo: () => setNewest(null),
    watch: {
      onPointerEnter: ({ pointerType }: PointerEvent) => {
        // A finger is where it was put down last, not where somebody is about to press.
        if (pointerType === 'mouse') hold('mouse');
      },
      onPointerLeave: () => release('mouse'),
      onFocus: ({ target }: FocusEvent) => {
        // Nor is the focus that a click has left behind.
        if (target.matches(':focus-visible')) hold('focus');
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) release('focus');
      },
    },
  };
}
