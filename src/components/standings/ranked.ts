import { compareNames } from '@/club/compare-names.ts';

interface Ranked {
  playerId: number;
  name: string;
  points: number;
  pointsPerGame: number;
}

/** What rows are ranked by. Rows with null come last. */
export interface Ranking<Row> {
  value: (row: Row) => number | null;
  /** Whether more or less is better. */
  best: 'most' | 'least';
}

/**
 * Rows in the order of a ranking, each with its place. Level rows share a place, and the next places
 * are skipped; points decide their order, then the average, then the name.
 */
export function ranked<Row extends Ranked>(
  rows: readonly Row[],
  { value, best }: Ranking<Row>,
): { place: number; row: Row }[] {
  const sign = best === 'most' ? -1 : 1;
  const byValue = (one: Row, other: Row) => {
    const [a, b] = [value(one), value(other)];
    if (a === b) return 0;
    if (a === null) return 1;
    if (b === null) return -1;
    return sign * (a - b);
  };
  const sorted = rows.toSorted(
    (one, other) =>
      byValue(one, other) ||
      other.points - one.points ||
      other.pointsPerGame - one.pointsPerGame ||
      compareNames(one.name, other.name) ||
      one.playerId - other.playerId,
  );
  return sorted.map((row) => ({
    row,
    place: 1 + sorted.findIndex((other) => value(other) === value(row)),
  }));
}
