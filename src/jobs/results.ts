import { z } from 'zod';

const timestamp = z.iso.datetime({ offset: true });

/** One run of one function within a job. No `error`: it succeeded. */
const functionAttempt = z.object({
  /** The job's run it belongs to, from 1. */
  attempt: z.number().int().positive(),
  started_at: timestamp,
  duration_ms: z.number().nonnegative(),
  error: z.string().optional(),
});

/** Where one of the ten stands after its last run. */
const functionResult = z.object({
  function: z.string(),
  /** `skipped`: its numbers were already as new as the job requires. */
  status: z.enum(['success', 'failed', 'skipped']),
  started_at: timestamp,
  duration_ms: z.number().nonnegative(),
  /** Rows written; null when it failed. */
  rows: z.number().int().nonnegative().nullable(),
  /** Every run, oldest first; none when skipped. */
  attempts: z.array(functionAttempt),
});

/**
 * `background_job_status.results`. Grows while the job runs: a function without an entry has not
 * ended yet. `visible_at` is when the site first served what the job computed.
 */
export const jobResults = z.object({
  total_functions: z.number().int(),
  /** Functions that reached what the job requires, by running or already before. */
  successful_functions: z.number().int(),
  failed_functions: z.number().int(),
  cache_invalidation_success: z.boolean().nullable(),
  source_version: z.number().int().nullable(),
  visible_at: timestamp.nullable(),
  function_results: z.array(functionResult),
});
