import type { World } from './world.ts';

/**
 * Makes the jobs that back off ready now. The row is locked first: a job that is being claimed at this
 * moment keeps its lease.
 */
export const skipBackoffs = ({ sql }: World) => sql`
  with waiting as materialized (
    select message_id from public.background_job_status
    where status = 'queued' and next_attempt_at > clock_timestamp()
    for update skip locked
  )
  select pgmq.set_vt('stats-update-queue', message_id, 0) from waiting`;
