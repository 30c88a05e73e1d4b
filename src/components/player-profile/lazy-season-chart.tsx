'use client';

import { Box, Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import { WhenSeen } from '../when-seen.tsx';
import type { SeasonChartProps } from './season-chart.tsx';

const HEIGHT = 240;

const SeasonChart = dynamic(
  () => import('./season-chart.tsx').then((module) => module.SeasonChart),
  { ssr: false, loading: () => <Skeleton h={HEIGHT} animate={false} /> },
);

/** A player's seasons as bars, loaded once the reader has scrolled to them. */
export function LazySeasonChart(props: Omit<SeasonChartProps, 'height'>) {
  return (
    // The table below it says the same, to who cannot see it.
    <Box aria-hidden="true" mb="sm">
      <WhenSeen height={HEIGHT}>
        <SeasonChart {...props} height={HEIGHT} />
      </WhenSeen>
    </Box>
  );
}
