import { z } from 'zod';
import { edgeReason, type JobView, jobStatus, jobVia } from '@/jobs/job-view.ts';
import { trigger } from '@/jobs/payload.ts';
import { jobResults } from '@/jobs/results.ts';

const jobRow = z.object({
  id: z.string(),
  status: jobStatus,
  via: jobVia,
  via_reason: edgeReason.nullable(),
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
  cancelled_by: z.string().nullable(),
  retried_by: z.array(z.string()),
  results: jobResults,
  triggers: z.array(
    z.object({
      request_id: z.string(),
      triggered_by: trigger,
      force: z.boolean().nullable(),
      retry_of: z.string().nullable(),
      match_id: z.number().nullable(),
      match_date: z.string().nullable(),
      user_email: z.string().nullable(),
      created_at: z.string(),
    }),
  ),
});

/** A job as `stats_jobs_page` tells it, as the admin page's job. */
export function readJobRow(row: unknown): JobView {
  const job = jobRow.parse(row);
  return {
    id: job.id,
    status: job.status,
    via: job.via,
    viaReason: job.via_reason,
    priority: job.priority,
    force: job.force,
    triggers: job.triggers.map((asked) => ({
      requestId: asked.request_id,
      triggeredBy: asked.triggered_by,
      force: asked.force,
      retryOf: asked.retry_of,
      matchId: asked.match_id,
      matchDate: asked.match_date,
      userEmail: asked.user_email,
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
    cancelledBy: job.cancelled_by,
    retriedBy: job.retried_by,
    results: job.results,
  };
}
