'use client';

import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './once-awake.module.css';

/**
 * Lets nothing be entered before the page is awake: on a slow phone it is shown long before its
 * scripts have come, and what is typed until then would be forgotten. It belongs round what a page
 * shows: a layout is awake before its pages are.
 */
export function OnceAwake({ children }: { children: ReactNode }) {
  const isAwake = useMounted();
  return (
    <fieldset disabled={!isAwake} className={classes.all}>
      {children}
    </fieldset>
  );
}
