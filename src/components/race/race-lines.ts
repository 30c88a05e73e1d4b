import type { Runner } from '@/stats/season-race.ts';

/** Under which key of a `RacePoint` a runner's total is. */
export const lineKey = ({ playerId }: Pick<Runner, 'playerId'>) => `player-${playerId}`;

/** Everyone's totals at the end of a day; `day` is its midnight in milliseconds since 1970, UTC. */
export type RacePoint = Record<string, number> & { day: number };

const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** A race day by day: every day on which one of the runners played, with the totals of all. */
export function raceLines(runners: readonly Runner[]): RacePoint[] {
  const days = [...new Set(runners.flatMap(({ totals }) => totals.map(({ date }) => date)))];
  return days.toSorted().map((day) => ({
    ...Object.fromEntries(runners.map((runner) => [lineKey(runner), totalOn(runner, day)])),
    day: midnight(day),
  }));
}

/** The last day of each month of a race on which a runner played, oldest first: YYYY-MM-DD. */
export function monthEnds(runners: readonly Runner[]): string[] {
  const last = new Map<string, string>();
  for (const { date } of runners.flatMap(({ totals }) => totals)) {
    const month = date.slice(0, 7);
    if (date > (last.get(month) ?? '')) last.set(month, date);
  }
  return [...last.values()].toSorted();
}

/** A runner's points at the end of a day (YYYY-MM-DD); 0 before the first match. */
export function totalOn({ totals }: Runner, day: string): number {
  return totals.findLast(({ date }) => date <= day)?.points ?? 0;
}
