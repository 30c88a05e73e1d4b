import { type JobPayload, jobPayload } from '@/jobs/payload.ts';

/** What is known of a trigger before it is asked for. */
export type StatsRequest = Omit<JobPayload, 'timestamp'>;

/** A trigger as it is stored, asked for now. */
export const payloadOf = (request: StatsRequest): JobPayload =>
  jobPayload.parse({ ...request, timestamp: new Date().toISOString() });

/**
 * The admin's button and the nightly run force all ten functions: they are the safety net. After a
 * match only what is behind is run.
 */
export const isForced = ({ triggeredBy }: StatsRequest): boolean => triggeredBy !== 'post-match';
