import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

/**
 * The time in milliseconds, told anew every second: for ages and lengths that grow on the page. Starts
 * with what the server took it to be, so that both draw the same page first.
 */
export function useNow(startedAt: number): number {
  const [now, setNow] = useState(startedAt);
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  return now;
}
