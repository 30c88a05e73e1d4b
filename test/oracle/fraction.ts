/** An exact number: `numerator / denominator`, the denominator above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError(`${n} divided by zero`);
  return d > 0n ? { numerator: n, denominator: d } : { numerator: -n, denominator: -d };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounded to `decimals` places, a half away from zero: 0.25 to 0.3 and -0.25 to -0.3. */
export function round({ numerator, denominator }: Fraction, decimals: number): number {
  const scaled = numerator * 10n ** BigInt(decimals);
  const magnitude = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return Number(`${scaled < 0n && rounded > 0n ? '-' : ''}${rounded}e-${decimals}`);
}

/** `part` in percent of `whole`, to one decimal. */
export function percentage(part: number, whole: number): number {
  return round(fraction(100 * part, whole), 1);
}

/** A decimal number as people write it (`52.5`, `-3`, `1e2`), or undefined if it is none. */
export function parseDecimal(text: string): Fraction | undefined {
  const [, sign, whole = '', decimals = '', exponent = '0'] =
    /^\s*([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?\s*$/i.exec(text) ?? [];
  if (sign === undefined || whole + decimals === '') return undefined;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${decimals}`);
  const shift = Number(exponent) - decimals.length;
  return shift < 0
    ? fraction(digits, 10n ** BigInt(-shift))
    : fraction(digits * 10n ** BigInt(shift));
}
