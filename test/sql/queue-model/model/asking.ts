import type { JobStatus } from '../../../../src/jobs/job-view.ts';
import type { Trigger } from '../../../../src/jobs/payload.ts';
import { end, findJob, isLive, type ModelJob, type QueueModel, send } from './state.ts';

export interface AskedJob {
  readonly requestId: string;
  readonly triggeredBy: Trigger;
  readonly force: boolean;
  readonly retryOf?: string;
}

export function enqueue(model: QueueModel, asked: AskedJob, newJobId: string) {
  const known = model.jobs.get(model.triggers.get(asked.requestId) ?? '');
  if (known) {
    model.reach(isLive(known) ? 'trigger repeated' : 'trigger repeated after its job ended');
    return { job_id: known.id, status: known.status, via: 'background-job', coalesced: true };
  }

  const waiting = findJob(model, (job) => job.status === 'queued' && !job.started);
  model.reach(waiting ? 'trigger joined' : findJob(model, isLive) ? 'successor made' : 'job made');
  const job = waiting ?? newJob(model, newJobId, asked.retryOf ?? null);
  job.priority = Math.max(job.priority, asked.triggeredBy === 'post-match' ? 2 : 1);
  job.force ||= asked.force;
  job.requiredVersion = Math.max(job.requiredVersion, model.sourceVersion);
  model.triggers.set(asked.requestId, job.id);
  return {
    job_id: job.id,
    status: job.status,
    via: 'background-job',
    coalesced: waiting !== undefined,
  };
}

export function retry(model: QueueModel, jobId: string, requestId: string, newJobId: string) {
  const job = model.jobs.get(jobId);
  if (!job) return null;
  if (job.status !== 'failed') return { status: job.status };
  model.reach('failed job retried');
  return enqueue(model, { requestId, triggeredBy: 'admin', force: true, retryOf: jobId }, newJobId);
}

export function cancel(model: QueueModel, jobId: string): JobStatus | null {
  const job = model.jobs.get(jobId);
  if (!job || !isLive(job)) return job?.status ?? null;
  model.reach(job.status === 'queued' ? 'waiting job cancelled' : 'running job cancelled');
  job.token = null;
  end(job, 'cancelled');
  return job.status;
}

function newJob(model: QueueModel, id: string, retryOf: string | null): ModelJob {
  const job: ModelJob = {
    id,
    retryOf,
    ticket: send(model, { job_id: id }),
    status: 'queued',
    started: false,
    retries: 0,
    priority: 1,
    force: false,
    requiredVersion: 0,
    token: null,
    claimId: null,
    leaseOver: null,
    backsOff: false,
    functions: {},
  };
  model.jobs.set(id, job);
  return job;
}
