import { median, quantile } from './statistics.ts';

const LABEL_WIDTH = 46;

export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** One line: what was measured, and its figures in milliseconds. */
export function line(label: string, samples: readonly number[]): string {
  return figures(
    label,
    `median ${ms(median(samples))}`,
    `p95 ${ms(quantile(samples, 0.95))}`,
    `n ${samples.length}`,
  );
}

/** One line: what was measured, and figures with their units. */
export function figures(label: string, ...cells: readonly string[]): string {
  return [label.padEnd(LABEL_WIDTH), ...cells].join('  ');
}

/** Milliseconds, aligned. */
export const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`.padStart(10);
