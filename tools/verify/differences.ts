/** A place where two values differ. */
export interface ValueDifference {
  /** From the outside in: `['records', 'streaks', 'Win Streak', 0]`; empty for the whole. */
  readonly path: readonly string[];
  /** Undefined where there is nothing. */
  readonly found: unknown;
  readonly expected: unknown;
}

/** Where two values that came from JSON differ: as far inside as they have something in common. */
export function differences(
  found: unknown,
  expected: unknown,
  path: readonly string[] = [],
): ValueDifference[] {
  if (Object.is(found, expected)) return [];
  if (!isHolder(found) || !isHolder(expected) || Array.isArray(found) !== Array.isArray(expected)) {
    return [{ path, found, expected }];
  }
  const [inFound, inExpected] = [new Map(Object.entries(found)), new Map(Object.entries(expected))];
  const places = new Set([...inFound.keys(), ...inExpected.keys()]);
  return [...places].flatMap((place) =>
    differences(inFound.get(place), inExpected.get(place), [...path, place]),
  );
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;
