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

/** The lines of a race, loaded once the reader has scrolled to them. */
export function LazyRaceChart({ runners }: { runners: readonly Runner[] }) {
  return (
    // The table beside it says the same, to who cannot see it.
    <div aria-hidden="true">
      <WhenSeen height={HEIGHT}>
        <RaceChart runners={runners} height={HEIGHT} />
      </WhenSeen>
    </div>
  );
}
