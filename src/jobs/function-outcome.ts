import type { StatsRpc } from './stats-functions.ts';

/** How one function ended, for the job's results. */
export interface FunctionOutcome {
  function: StatsRpc;
  status: 'success' | 'failed' | 'skipped';
  durationMs: number;
  /** Rows written; null when it failed. */
  rows: number | null;
  error?: string;
}

/** Its numbers were already as new as the job requires. */
export const skipped = (rpc: StatsRpc): FunctionOutcome => ({
  function: rpc,
  status: 'skipped',
  durationMs: 0,
  rows: 0,
});

/** An outcome as `record_stats_function_results` takes it. `attempt`: the number of the try, from 1. */
export const outcomeRow = (outcome: FunctionOutcome, attempt: number) => ({
  function: outcome.function,
  status: outcome.status,
  attempt,
  duration_ms: Math.round(outcome.durationMs),
  rows: outcome.rows,
  ...(outcome.error === undefined ? {} : { error: outcome.error }),
});

/** Why a run failed, for the admin: how much did on the first line, then each function's own words. */
export const reasonOf = (failures: readonly FunctionOutcome[]) =>
  [
    `${failures.length} of the stats functions failed.`,
    ...failures.map(({ error }) => error ?? ''),
  ].join('\n');
