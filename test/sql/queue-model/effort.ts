export const DEEP = Boolean(process.env.DEEP);

export const TIMEOUT_MS = DEEP ? 7_200_000 : 60_000;

/**
 * How long to search: `DEEP=1` searches for minutes instead of seconds, and `SEED=…`, as printed by
 * a failure, makes the same moves again.
 */
export function effort({ runs, deepRuns }: { runs: number; deepRuns: number }) {
  const seed = process.env.SEED;
  return { numRuns: DEEP ? deepRuns : runs, ...(seed ? { seed: Number(seed) } : {}) };
}
