import type { PlayedMatch } from './club.ts';

/**
 * One match a week from a day on, each written `'Al 2, Ben v Cal'`: team A, then team B, as in
 * `PlayedMatch`.
 */
export function weekly(firstDate: string, ...results: readonly string[]): PlayedMatch[] {
  return results.map((result, week) => {
    const date = new Date(`${firstDate}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + 7 * week);
    const [a, b] = result.split(' v ');
    if (!a || !b) throw new Error(`"${result}" names no two teams`);
    return { date: date.toISOString().slice(0, 10), a, b };
  });
}

/** The same result many times over, for `weekly`. */
export function times(count: number, result: string): string[] {
  return Array.from({ length: count }, () => result);
}
