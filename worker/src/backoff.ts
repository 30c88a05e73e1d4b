import { setTimeout as delay } from 'node:timers/promises';

/** Waits, or stops waiting when aborted. Never throws. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export const sleep: Sleep = (ms, signal) => delay(ms, undefined, { signal }).catch(() => {});

/** After n failures, a random part of `base · 2ⁿ⁻¹` ms, at most `cap` (exponential, full jitter). */
export function backoffMs(
  failures: number,
  { base, cap }: { base: number; cap: number },
  random = Math.random,
): number {
  return random() * Math.min(cap, base * 2 ** Math.max(0, failures - 1));
}
