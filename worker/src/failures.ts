import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Database } from '../../src/jobs/database.types.ts';
import { answered } from './answered.ts';

const failedJob = z
  .object({
    job_id: z.guid(),
    request_id: z.string().nullable(),
    triggered_by: z.string().nullable(),
    via: z.string(),
    attempts: z.number().int().positive(),
    error: z.string(),
    failed_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    jobId: row.job_id,
    requestId: row.request_id,
    triggeredBy: row.triggered_by,
    via: row.via,
    /** Runs it took. */
    attempts: row.attempts,
    error: row.error,
    failedAt: row.failed_at,
  }));
/** A job that failed for good. */
export type FailedJob = z.infer<typeof failedJob>;

/** The failed jobs that somebody is to be told of. Methods throw `DatabaseError`. */
export function createFailures(client: SupabaseClient<Database>) {
  return {
    /**
     * One that nobody was told of, null when there is none. It is handed out again after half a
     * minute, unless noted as sent.
     */
    async take(): Promise<FailedJob | null> {
      const answer = await answered('take_failure_alert', client.rpc('take_failure_alert'));
      return failedJob.nullable().parse(answer);
    },

    async noteSent({ jobId }: Pick<FailedJob, 'jobId'>): Promise<void> {
      const call = client.rpc('note_failure_alert_sent', { p_job_id: jobId });
      await answered('note_failure_alert_sent', call);
    },
  };
}
export type Failures = ReturnType<typeof createFailures>;
