'use client';

import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import type { Runner } from '@/stats/season-race.ts';
import { trueMinus } from '../true-minus.ts';
import { lineKey, raceLines } from './race-lines.ts';
import { looksOf } from './race-looks.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

interface RaceChartProps {
  runners: readonly Runner[];
  /** In pixels. */
  height: number;
}

/** The lines of a race. Big: load it when it is seen. */
export function RaceChart({ runners, height }: RaceChartProps) {
  const data = raceLines(runners);
  return (
    <LineChart
      h={height}
      data={data}
      dataKey="day"
      series={runners.map((runner, place) => ({
        name: lineKey(runner),
        label: runner.name,
        color: looksOf(place).color,
        strokeDasharray: looksOf(place).dashes,
      }))}
      curveType="linear"
      withDots={false}
      strokeWidth={2.5}
      gridAxis="x"
      xAxisProps={{
        type: 'number',
        domain: ['dataMin', 'dataMax'],
        ticks: firstsOfMonths(data.map(({ day }) => day)),
        tickFormatter: (day: number) => monthFormat.format(day),
      }}
      yAxisProps={{ width: 40, tickFormatter: trueMinus }}
      tooltipProps={{ labelFormatter: dayWritten }}
      tooltipAnimationDuration={0}
      // The table beside it is for who does not point.
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: false }}
    />
  );
}

/** What the tooltip is headed with; it is asked for that of no day, too. */
const dayWritten = (day: unknown) => (typeof day === 'number' ? dayFormat.format(day) : '');

/** Where the months begin that days lie in: milliseconds since 1970, none before the first day. */
function firstsOfMonths(days: readonly number[]): number[] {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = new Date(first);
  const firsts = Array.from({ length: 13 }, (_, ahead) =>
    Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + ahead),
  );
  return firsts.filter((day) => day >= first && day <= last);
}
