'use client';

import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import type { RunHistory } from '@/jobs/job-view.ts';
import { tookMs } from './jobs/job-words.ts';
import { atClock, inSeconds } from './time-words.ts';

/** The ends a job can come to, each a colour. */
const SERIES = [
  { name: 'completed', label: 'Done', color: 'pitch.6' },
  { name: 'failed', label: 'Failed', color: 'red.6' },
  { name: 'cancelled', label: 'Cancelled', color: 'gray.5' },
];

/** What was cancelled before it started took no time, and still is an outcome to be seen. */
const LEAST_PX = 4;

/** One bar for each of the last updates: as high as it took long, in the colour of how it ended. */
export default function RunChart({ runs }: { runs: RunHistory['runs'] }) {
  const data = runs.map((run) => ({
    // Two jobs may end within the same second; the chart tells bars apart by this.
    run: run.id,
    endedAt: atClock(run.completedAt),
    [run.status]: (tookMs(run, Date.parse(run.completedAt)) ?? 0) / 1_000,
  }));
  const endedAt = new Map(data.map((bar) => [bar.run, bar.endedAt]));
  // The day alone, unless it is the same one for all.
  const days = new Set(data.map((bar) => bar.endedAt.split(', ')[0]));
  const tick = (run: string) => endedAt.get(run)?.split(', ')[days.size > 1 ? 0 : 1] ?? '';

  return (
    <BarChart
      h={220}
      data={data}
      dataKey="run"
      type="stacked"
      series={SERIES}
      withLegend
      maxBarWidth={18}
      barProps={({ name }) => ({
        minPointSize: (_, index) => (runs[index]?.status === name ? LEAST_PX : 0),
      })}
      valueFormatter={(seconds) => inSeconds(seconds * 1_000)}
      yAxisProps={{ tickFormatter: (seconds: number) => `${Number(seconds.toFixed(2))} s` }}
      xAxisProps={{
        tickFormatter: tick,
        minTickGap: 40,
      }}
      tooltipProps={{ labelFormatter: (run) => endedAt.get(String(run)) ?? '' }}
      barChartProps={{ accessibilityLayer: false }}
    />
  );
}
