import { z } from 'zod';
import { type JobView, jobStatus, jobVia } from '@/jobs/job-view.ts';
import { trigger } from '@/jobs/payload.ts';
import { jobResults } from '@/jobs/results.ts';

/** What to select for `readJobRow`. */
export const JOB_COLUMNS = `
  id, status, via, priority, force, created_at, started_at, completed_at, retry_count, max_retries,
  next_attempt_at, error_message, required_version, worker_id, retry_of, results,
  job_trigger (request_id, triggered_by, match_id, user_id, created_at)
` as const;

const jobRow = z.object({
  id: z.string(),
  status: jobStatus,
  via: jobVia,
  priority: z.number(),
  force: z.boolean(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  completed_at: z.string().nullable(),
  retry_count: z.number(),
  max_retries: z.number(),
  next_attempt_at: z.string().nullable(),
  error_message: z.string().nullable(),
  required_version: z.number(),
  worker_id: z.string().nullable(),
  retry_of: z.string().nullable(),
  results: jobResults,
  job_trigger: z.array(
    z.object({
      request_id: z.string(),
      triggered_by: trigger,
      match_id: z.number().nullable(),
      user_id: z.string().nullable(),
      created_at: z.string(),
    }),
  ),
});

/** A row of `background_job_status` with its triggers, as the admin page's job. */
export function readJobRow(row: unknown): JobView {
  const job = jobRow.parse(row);
  return {
    id: job.id,
    status: job.status,
    via: job.via,
    priority: job.priority,
    force: job.force,
    triggers: job.job_trigger.map((asked) => ({
      requestId: asked.request_id,
      triggeredBy: asked.triggered_by,
      matchId: asked.match_id,
      userId: asked.user_id,
      createdAt: asked.created_at,
    })),
    createdAt: job.created_at,
    startedAt: job.started_at,
    completedAt: job.completed_at,
    retryCount: job.retry_count,
    maxRetries: job.max_retries,
    nextAttemptAt: job.next_attempt_at,
    errorMessage: job.error_message,
    requiredVersion: job.required_version,
    workerId: job.worker_id,
    retryOf: job.retry_of,
    results: job.results,
  };
}
