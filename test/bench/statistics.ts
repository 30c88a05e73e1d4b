/** The value below which `share` of the samples lie (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);

/** One line of the report: what was measured, and its figures in milliseconds. */
export function line(label: string, samples: readonly number[]): string {
  const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`.padStart(10);
  return [
    label.padEnd(46),
    `median ${ms(median(samples))}`,
    `p95 ${ms(quantile(samples, 0.95))}`,
    `n ${samples.length}`,
  ].join('  ');
}
