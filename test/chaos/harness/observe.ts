import { z } from 'zod';
import { type JobStatus, jobStatus } from '../../../src/jobs/job-view.ts';
import { jobResults } from '../../../src/jobs/results.ts';
import { until } from './until.ts';
import type { WorkerProcess } from './worker-process.ts';
import type { World } from './world.ts';

const jobRow = z.object({
  id: z.string(),
  status: jobStatus,
  retry_count: z.number(),
  worker_id: z.string().nullable(),
  message_id: z.coerce.number(),
  error_message: z.string().nullable(),
  retry_of: z.string().nullable(),
  results: jobResults,
});
export type JobRow = z.infer<typeof jobRow>;

/** A job as it stands. */
export async function jobOf({ sql }: World, jobId: string): Promise<JobRow> {
  const [row] = await sql`
    select id, status, retry_count, worker_id, message_id, error_message, retry_of, results
    from public.background_job_status where id = ${jobId}`;
  return jobRow.parse(row);
}

/** Resolves once a job is in one of these states; it as it was then. */
export function jobIn(world: World, jobId: string, ...states: JobStatus[]): Promise<JobRow> {
  return until(`job ${jobId} is ${states.join(' or ')}`, async () => {
    const job = await jobOf(world, jobId);
    return states.includes(job.status) && job;
  });
}

export const jobEnded = (world: World, jobId: string) =>
  jobIn(world, jobId, 'completed', 'failed', 'cancelled');

/** Resolves once a job has completed and the site was seen to serve it: nothing of it changes any more. */
export function seenOnSite(world: World, jobId: string): Promise<JobRow> {
  return until(`job ${jobId} was seen on the site`, async () => {
    const job = await jobOf(world, jobId);
    return job.status === 'completed' && job.results.visible_at !== null && job;
  });
}

/** Resolves once this worker holds the job. */
export function heldBy(world: World, jobId: string, worker: WorkerProcess): Promise<JobRow> {
  return until(`${worker.label} holds job ${jobId}`, async () => {
    const job = await jobOf(world, jobId);
    return job.status === 'processing' && job.worker_id?.startsWith(`${worker.label}-`) && job;
  });
}

/** Resolves once nine of the ten have ended and the held one waits in the database. */
export function atNineOfTen(world: World, jobId: string): Promise<JobRow> {
  return until(`job ${jobId} stands at nine of ten`, async () => {
    const job = await jobOf(world, jobId);
    const waiting = await world.sql`
      select from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%update_aggregated_hall_of_fame%' limit 1`;
    return job.results.function_results.length === 9 && waiting.length > 0 && job;
  });
}

/** The backend in which such a call waits for a lock, once there is one. */
export function waitingCall({ sql }: World, rpc: string): Promise<number> {
  return until(`${rpc} waits for a lock`, async () => {
    const [backend] = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where wait_event_type = 'Lock' and query like ${`%${rpc}%`} limit 1`;
    return backend?.pid;
  });
}

/** How often a job was handed to a worker. */
export async function claimsOf({ sql }: World, jobId: string): Promise<number> {
  const rows = await sql`
    select from chaos.job_event where job_id = ${jobId} and claimed_by is not null`;
  return rows.length;
}
