'use client';

import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import type { Runner } from '@/stats/season-race.ts';
import { dayOfYear, shortMonthOf } from '../dates.ts';
import { trueMinus } from '../true-minus.ts';
import { lineKey, raceLines } from './race-lines.ts';
import { looksOf } from './race-looks.ts';

interface RaceChartProps {
  runners: readonly Runner[];
  /** In pixels. */
  height: number;
}

/** The chart of a race. Large: load it when it comes into view. */
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
        tickFormatter: (midnight: number) => shortMonthOf(dayAt(midnight)),
      }}
      yAxisProps={{ width: 40, tickCount: 6, niceTicks: 'snap125', tickFormatter: trueMinus }}
      tooltipProps={{ labelFormatter: dayWritten }}
      tooltipAnimationDuration={0}
      // The table beside it is for keyboards and screen readers.
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: false }}
    />
  );
}

/** The calendar day of a midnight in milliseconds since 1970, UTC: YYYY-MM-DD. */
const dayAt = (midnight: number) => new Date(midnight).toISOString().slice(0, 10);

/** The heading of the tooltip; the chart also asks for one while nothing is pointed at. */
const dayWritten = (midnight: unknown) =>
  typeof midnight === 'number' ? dayOfYear(dayAt(midnight)) : '';

/** The first days of the months between the first and the last of these days: milliseconds since 1970. */
function firstsOfMonths(days: readonly number[]): number[] {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = new Date(first);
  const firsts = Array.from({ length: 13 }, (_, ahead) =>
    Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + ahead),
  );
  return firsts.filter((day) => day >= first && day <= last);
}
