import { type Fraction, fraction } from './fraction.ts';

/**
 * Numbers with 1,200 binary places, held as integers: for what no fraction can say (powers, roots).
 * The smallest is far below the smallest double.
 */
export type Fixed = bigint;

const PLACES = 1200n;
const ONE: Fixed = 1n << PLACES;

export function fixed({ numerator, denominator }: Fraction): Fixed {
  return (numerator << PLACES) / denominator;
}

export function fractionOf(value: Fixed): Fraction {
  return fraction(value, ONE);
}

export function multiply(a: Fixed, b: Fixed): Fixed {
  return (a * b) >> PLACES;
}

/** 1 at 0, a half at 1, a quarter at 2. `halvings` is zero or more. */
export function halved({ numerator, denominator }: Fraction): Fixed {
  const whole = numerator / denominator;
  const rest = fixed(fraction(numerator % denominator, denominator));
  return exponential(-multiply(rest, LN_2)) >> whole;
}

/** The square root of a number that is not below zero. */
export function squareRoot(value: Fixed): Fixed {
  const target = value << PLACES;
  if (target === 0n) return 0n;
  let root = 1n << BigInt(target.toString(2).length);
  for (;;) {
    const better = (root + target / root) >> 1n;
    if (better >= root) return root;
    root = better;
  }
}

/** 1/2 + 1/(2·4) + 1/(3·8) + … */
const LN_2 = Array.from({ length: Number(PLACES) }, (_, index) => BigInt(index + 1)).reduce(
  (sum, n) => sum + (ONE >> n) / n,
  0n,
);

/** 1 + x + x²/2 + x³/6 + … */
function exponential(x: Fixed): Fixed {
  let [sum, term] = [0n, ONE];
  for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
    sum += term;
    term = multiply(term, x) / n;
  }
  return sum;
}
