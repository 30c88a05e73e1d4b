import 'server-only';
import { z } from 'zod';
import { jobStatus } from '@/jobs/job-view.ts';
import { conflict, databaseSilent, notFound } from './api-error.ts';
import { log } from './log.ts';
import { serviceClient } from './supabase.ts';

/** The `:id` of a job's route; throws 404 for what cannot be one. */
export async function jobIdOf(params: Promise<Record<string, string>>): Promise<string> {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) throw noSuchJob();
  return id.data;
}

/** Cancels a live job for an admin and answers 202. */
export async function cancelJob(
  jobId: string,
  requestId: string,
  userId: string,
): Promise<Response> {
  const cancelling = { p_job_id: jobId, p_user_id: userId };
  const { data, error } = await serviceClient().rpc('cancel_stats_job', cancelling);
  if (error) throw databaseSilent(error);

  const status = jobStatus.nullable().parse(data);
  if (!status) throw noSuchJob();
  if (status !== 'cancelled') {
    throw conflict(`Only a queued or running job can be cancelled; this one is ${status}.`);
  }
  log.info({ requestId, jobId, userId }, 'job.cancelled');
  return Response.json({ success: true, jobId, status, requestId }, { status: 202 });
}

export const noSuchJob = () => notFound('There is no such job. Reload the page.');
