import type { Runner } from '@/stats/season-race.ts';
import { dayOfYear } from '../dates.ts';
import { monthEnds, totalOn } from './race-lines.ts';

/** A race in numbers: everyone's total at the end of each month. */
export function RaceTable({ runners }: { runners: readonly Runner[] }) {
  const days = monthEnds(runners);
  return (
    <table>
      <caption>Points at the end of each month</caption>
      <thead>
        <tr>
          <th scope="col">Player</th>
          {days.map((day) => (
            <th key={day} scope="col">
              {dayOfYear(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runners.map((runner) => (
          <tr key={runner.playerId}>
            <th scope="row">{runner.name}</th>
            {days.map((day) => (
              <td key={day}>{totalOn(runner, day)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
