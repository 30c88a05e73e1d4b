import { z } from 'zod';

/** What makes a stats job run. */
export const TRIGGERS = ['post-match', 'admin', 'cron'] as const;
export const trigger = z.enum(TRIGGERS);
export type Trigger = z.infer<typeof trigger>;

const matchId = z.int().positive();

/** What a client may say when it asks for a job. User, time and version are the server's to set. */
export const enqueueRequest = z.strictObject({
  triggeredBy: trigger,
  /** Idempotency key: the same id gets the same job. */
  requestId: z.uuid(),
  matchId: matchId.optional(),
});

/** The payload as stored in `background_job_status.job_payload`. */
export const jobPayload = z.strictObject({
  triggeredBy: trigger,
  requestId: z.uuid(),
  matchId: matchId.optional(),
  userId: z.uuid().optional(),
  /** The failed job that an admin retried with this one. */
  retryOf: z.uuid().optional(),
  timestamp: z.iso.datetime({ offset: true }),
});
export type JobPayload = z.infer<typeof jobPayload>;
