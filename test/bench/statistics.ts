/** The value below which `share` of the samples lie (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);

/** By how much a series rises from one sample to the next, on average (least squares). */
export function slope(samples: readonly number[]): number {
  const middle = (samples.length - 1) / 2;
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  let rise = 0;
  let run = 0;
  for (const [index, sample] of samples.entries()) {
    rise += (index - middle) * (sample - mean);
    run += (index - middle) ** 2;
  }
  return rise / run;
}
