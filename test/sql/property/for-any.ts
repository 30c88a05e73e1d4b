import * as fc from 'fast-check';

const USUAL_CASES = 300;
const USUAL_SEED = 1;

interface Claim<T> {
  /** Of 300 cases, how many are this claim's; `DEEP=5000` is so many instead of 300. */
  readonly cases: number;
  /** A case as a person reads it. */
  readonly describe: (value: T) => string;
  /** What is wrong with a case, a line each; empty when all is right. */
  readonly problems: (value: T) => Promise<readonly string[]>;
}

/** How long a case that fails is made smaller. */
const SHRINK_MS = 60_000;

/**
 * Tries a claim on random cases and throws with the smallest it fails on, or the smallest that a
 * minute's search finds. The cases are the same
 * every time, so that a test that passed fails only by a change; with `DEEP` they are new ones,
 * unless `SEED` names those to try again.
 */
export async function forAny<T>(arbitrary: fc.Arbitrary<T>, claim: Claim<T>): Promise<void> {
  const { DEEP, SEED } = process.env;
  const share = claim.cases / USUAL_CASES;
  const seed = SEED ?? (DEEP === undefined ? USUAL_SEED : undefined);
  let searchUntil = Number.POSITIVE_INFINITY;
  const property = fc.asyncProperty(arbitrary, async (value) => {
    if (performance.now() > searchUntil) return;
    const problems = await claim.problems(value);
    if (problems.length === 0) return;
    searchUntil = Math.min(searchUntil, performance.now() + SHRINK_MS);
    throw new Error(problems.join('\n'));
  });

  const outcome = await fc.check(property, {
    numRuns: Math.ceil(Number(DEEP ?? USUAL_CASES) * share),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });

  if (!outcome.failed) return;
  const [smallest] = outcome.counterexample ?? [];
  throw new Error(
    [
      `wrong after ${outcome.numRuns} cases, made smaller ${outcome.numShrinks} times; SEED=${outcome.seed} tries the same again`,
      ...(smallest === undefined ? [] : [claim.describe(smallest)]),
    ].join('\n\n'),
    { cause: outcome.errorInstance },
  );
}
