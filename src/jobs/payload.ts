import { z } from 'zod';

/** What makes a stats job run. */
export const TRIGGERS = ['post-match', 'admin', 'cron'] as const;
export const trigger = z.enum(TRIGGERS);
export type Trigger = z.infer<typeof trigger>;

/** An `integer` of Postgres. */
const matchId = z.int().positive().max(2_147_483_647);

/** What a client may say when it asks for a job. User, time and version are the server's to set. */
export const enqueueRequest = z.strictObject({
  triggeredBy: trigger,
  /** Idempotency key: the same id gets the same job. */
  requestId: z.uuid(),
  matchId: matchId.optional(),
});

/** What a client may say when it has a failed job run again, or asks for the edge functions. */
export const bareRequest = z.strictObject({
  /** Idempotency key, as above. Without one every call is a retry of its own. */
  requestId: z.uuid().optional(),
});

/** The payload as stored in `background_job_status.job_payload`. */
export const jobPayload = z.strictObject({
  triggeredBy: trigger,
  requestId: z.guid(),
  matchId: matchId.optional(),
  userId: z.guid().optional(),
  /** The failed job that an admin retried with this one. */
  retryOf: z.guid().optional(),
  timestamp: z.iso.datetime({ offset: true }),
});
export type JobPayload = z.infer<typeof jobPayload>;
