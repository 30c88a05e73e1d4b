import 'server-only';
import { z } from 'zod';
import type { EnqueueAnswer } from '@/jobs/job-view.ts';
import { jobStatus } from '@/jobs/job-view.ts';
import { conflict, databaseSilent, notFound } from './api-error.ts';
import { log } from './log.ts';
import { serviceClient } from './supabase.ts';

const retried = z
  .object({ job_id: z.uuid().optional(), status: jobStatus, coalesced: z.boolean().optional() })
  .nullable();

/** The `:id` of a job's route; throws 404 for what cannot be one. */
export async function jobIdOf(params: Promise<Record<string, string>>): Promise<string> {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) throw noSuchJob();
  return id.data;
}

/** Runs a failed job again and answers 202 with the new job, or the waiting one it joined. */
export async function retryJob(
  jobId: string,
  requestId: string,
  userId: string,
): Promise<Response> {
  const { data, error } = await serviceClient().rpc('retry_stats_job', {
    p_job_id: jobId,
    p_request_id: requestId,
    p_user_id: userId,
  });
  if (error) throw databaseSilent(error);

  const answer = retried.parse(data);
  if (!answer) throw noSuchJob();
  if (!answer.job_id) {
    throw conflict(`Only a failed job can be retried; this one is ${answer.status}.`);
  }
  log.info({ requestId, jobId: answer.job_id, retryOf: jobId }, 'job.retried');
  const body: EnqueueAnswer = {
    success: true,
    jobId: answer.job_id,
    status: answer.status,
    coalesced: answer.coalesced ?? false,
    requestId,
    via: 'background-job',
  };
  return Response.json(body, { status: 202, headers: { 'x-request-id': requestId } });
}

/** Cancels a live job and answers 202. */
export async function cancelJob(jobId: string, requestId: string): Promise<Response> {
  const { data, error } = await serviceClient().rpc('cancel_stats_job', { p_job_id: jobId });
  if (error) throw databaseSilent(error);

  const status = jobStatus.nullable().parse(data);
  if (!status) throw noSuchJob();
  if (status !== 'cancelled') {
    throw conflict(`Only a queued or running job can be cancelled; this one is ${status}.`);
  }
  log.info({ requestId, jobId }, 'job.cancelled');
  return Response.json({ success: true, jobId, status, requestId }, { status: 202 });
}

const noSuchJob = () => notFound('There is no such job. Reload the page.');
