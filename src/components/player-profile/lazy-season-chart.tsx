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

/** A chart of a player's seasons, loaded when it comes into view. */
export function LazySeasonChart(props: Omit<SeasonChartProps, 'height'>) {
  return (
    // Screen readers get the same numbers from the table below.
    <Box aria-hidden="true" mb="sm">
      <WhenSeen height={HEIGHT}>
        <SeasonChart {...props} height={HEIGHT} />
      </WhenSeen>
    </Box>
  );
}
