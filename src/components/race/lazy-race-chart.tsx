'use client';

import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { Runner } from '@/stats/season-race.ts';
import { WhenSeen } from '../when-seen.tsx';

const HEIGHT = 300;

const RaceChart = dynamic(() => import('./race-chart.tsx').then((module) => module.RaceChart), {
  ssr: false,
  loading: () => <Skeleton h={HEIGHT} animate={false} />,
});

/** The chart of a race, loaded when it comes into view. */
export function LazyRaceChart({ runners }: { runners: readonly Runner[] }) {
  return (
    // Screen readers get the same numbers from the table beside it.
    <div aria-hidden="true">
      <WhenSeen height={HEIGHT}>
        <RaceChart runners={runners} height={HEIGHT} />
      </WhenSeen>
    </div>
  );
}
