'use client';

import '@mantine/charts/styles.layer.css';
import { CompositeChart } from '@mantine/charts';
import type { Benchmarks } from '@/stats/club-benchmarks.ts';
import type { ProfileYear } from '@/stats/player-profile-row.ts';
import { trueMinus } from '../true-minus.ts';

export interface SeasonChartProps {
  /** Newest first. */
  years: readonly ProfileYear[];
  average: Benchmarks['pointsPerGame'];
  /** In pixels. */
  height: number;
}

/** Points per game by season, compared with the club average. Large: load it when it comes into view. */
export function SeasonChart({ years, average, height }: SeasonChartProps) {
  return (
    <CompositeChart
      h={height}
      data={years.toReversed().map(({ year, pointsPerGame }) => ({
        year: String(year),
        own: pointsPerGame,
        club: average[year],
      }))}
      dataKey="year"
      series={[
        { type: 'bar', name: 'own', label: 'Points per game', color: 'pitch.7' },
        { type: 'line', name: 'club', label: 'Club average', color: 'floodlight.7' },
      ]}
      curveType="linear"
      maxBarWidth={56}
      gridAxis="x"
      withLegend
      yAxisProps={{ width: 36, niceTicks: 'snap125', tickFormatter: trueMinus }}
      valueFormatter={(points) => trueMinus(points.toFixed(1))}
      tooltipAnimationDuration={0}
      // The table below is for keyboards and screen readers.
      composedChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false }}
      lineProps={{ isAnimationActive: false }}
    />
  );
}
