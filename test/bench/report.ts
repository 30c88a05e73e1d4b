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

/** "median 31 ms, p95 58 ms", for the summary. */
export const medianAndP95 = (samples: readonly number[]) =>
  `median ${median(samples).toFixed(0)} ms, p95 ${quantile(samples, 0.95).toFixed(0)} ms`;

/** Says whether a target was met. A missed one makes the bench end with exit code 1. */
export function target(promise: string, isMet: boolean): void {
  print(figures(`    target: ${promise}`, isMet ? 'met' : 'MISSED'));
  if (!isMet) process.exitCode = 1;
}
