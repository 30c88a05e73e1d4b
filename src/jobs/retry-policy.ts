/** How often and how patiently a job is tried; SQL applies it. */
export const RETRY_POLICY = {
  /** Runs after the first, as `max_retries` of the job's row. An expired lease counts as a run. */
  maxRetries: 3,
  /** Wait before retry n, from 1: a random part of `base · 2ⁿ⁻¹`, at most `cap` (full jitter). */
  backoffBaseSeconds: 5,
  backoffCapSeconds: 60,
} as const;

/**
 * A worker's time limits for one job. Each fits into the next, so that a stuck function ends before
 * its job's lease does: SQL `statement_timeout` (20 s, set on each function) < the client's deadline
 * < the lease. A lease may also be set shorter: it is extended for as long as the worker lives, so
 * that only how soon a dead worker's job runs again depends on it.
 */
export const FUNCTION_DEADLINE_MS = 25_000;
export const DEFAULT_LEASE_SECONDS = 30;

/**
 * A run on the edge functions: one after another, each tried a few times. One step is over within 77 s,
 * long before the run is taken for abandoned (five minutes without a word, in SQL). The whole request
 * that drives the run is over before the platform ends it (`maxDuration`, 300 s): a minute at most for
 * what comes before the run, then the run, its last step, and the end of its row.
 */
export const EDGE_POLICY = {
  tries: 3,
  /** Wait before try n, from 2: `base · 2ⁿ⁻²`. */
  backoffBaseMs: 200,
  /** After that no further function is called. */
  runDeadlineMs: 150_000,
} as const;
