import { z } from 'zod';

const timestamp = z.iso.datetime({ offset: true });

/** One run of one function within a job. No `error`: it succeeded. */
const functionAttempt = z.object({
  started_at: timestamp,
  duration_ms: z.number().nonnegative(),
  error: z.string().optional(),
});

/** Where one of the ten stands; `attempts` keeps every run, oldest first. */
export const functionResult = z.object({
  function: z.string(),
  status: z.enum(['success', 'failed']),
  started_at: timestamp,
  duration_ms: z.number().nonnegative(),
  /** Rows written by the last run; null when it failed. */
  rows: z.number().int().nonnegative().nullable(),
  attempts: z.array(functionAttempt).min(1),
});
export type FunctionResult = z.infer<typeof functionResult>;

/**
 * `background_job_status.results`. Grows while the job runs: a function without an entry has not
 * ended yet. `visible_at` is when the site first served what the job computed.
 */
export const jobResults = z.object({
  total_functions: z.number().int(),
  successful_functions: z.number().int(),
  failed_functions: z.number().int(),
  cache_invalidation_success: z.boolean().nullable(),
  source_version: z.number().int().nullable(),
  visible_at: timestamp.nullable(),
  function_results: z.array(functionResult),
});
export type JobResults = z.infer<typeof jobResults>;
