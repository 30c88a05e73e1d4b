import { RETRY_POLICY } from '../../../../src/jobs/retry-policy.ts';
import { bury, end, findJob, type ModelJob, ownerOf, type QueueModel } from './state.ts';

/** A job and the token shown for it. */
export interface ShownLease {
  readonly job_id: string;
  readonly lease_token: string;
}

export function claim(
  model: QueueModel,
  { claimId, newToken }: { claimId: string; newToken: string | null },
) {
  const named = findJob(model, (job) => job.claimId === claimId);
  if (named) {
    const held = named.status === 'processing' && !named.leaseOver;
    model.reach(held ? 'claim repeated' : 'claim repeated too late');
    return held ? describe(named) : null;
  }

  const message = model.messages.find(({ where, visible }) => where === 'queue' && visible);
  if (!message) return null;
  const job = ownerOf(model, message);
  if (!job) {
    bury(model, message);
    return null;
  }
  if (job.status === 'processing') {
    if (job.retries >= RETRY_POLICY.maxRetries) {
      model.reach('job died of its last run');
      end(job, 'failed');
      return null;
    }
    model.reach('job taken over');
    job.retries += 1;
  } else {
    model.reach(!job.started ? 'job started' : job.backsOff ? 'job tried again' : 'job resumed');
  }
  job.status = 'processing';
  job.started = true;
  job.claimId = claimId;
  job.token = newToken;
  job.leaseOver = false;
  job.backsOff = false;
  message.visible = false;
  return describe(job);
}

const describe = (job: ModelJob) => ({
  job_id: job.id,
  lease_token: job.token,
  attempt: job.retries + 1,
  max_attempts: RETRY_POLICY.maxRetries + 1,
  force: job.force,
  required_version: job.requiredVersion,
});

export function extend(model: QueueModel, shown: ShownLease): boolean {
  const job = holder(model, shown);
  if (job?.status !== 'processing') return false;
  model.reach(job.ticket.where === 'queue' ? 'lease extended' : 'lease extended without a message');
  job.ticket.visible = false;
  job.leaseOver = false;
  return true;
}

export function record(
  model: QueueModel,
  shown: ShownLease,
  outcome: { function: string; status: string; attempt: number },
): boolean {
  const job = holder(model, shown);
  if (job?.status !== 'processing') return false;
  const earlier = (job.functions[outcome.function]?.attempts ?? []).filter(
    (attempt) => attempt !== outcome.attempt,
  );
  model.reach(earlier.length > 0 ? 'function tried again' : 'function recorded');
  job.functions[outcome.function] = {
    status: outcome.status,
    attempts: outcome.status === 'skipped' ? earlier : [...earlier, outcome.attempt],
  };
  return true;
}

export function complete(model: QueueModel, shown: ShownLease): boolean {
  const job = holder(model, shown);
  if (job?.status === 'completed') model.reach('completion repeated');
  if (job?.status !== 'processing') return job?.status === 'completed';
  model.reach(job.leaseOver ? 'job completed after its lease' : 'job completed');
  end(job, 'completed');
  return true;
}

export function fail(model: QueueModel, shown: ShownLease): 'queued' | 'failed' | null {
  const job = holder(model, shown);
  if (job?.status === 'queued' || job?.status === 'failed') {
    model.reach('failure repeated');
    return job.status;
  }
  if (job?.status !== 'processing') return null;
  if (job.retries >= RETRY_POLICY.maxRetries) {
    model.reach('job failed for good');
    end(job, 'failed');
    return 'failed';
  }
  model.reach('run failed');
  job.status = 'queued';
  job.retries += 1;
  job.leaseOver = null;
  // A message that is gone holds nothing back.
  job.backsOff = job.ticket.where === 'queue';
  job.ticket.visible = false;
  return 'queued';
}

export function release(model: QueueModel, shown: ShownLease): boolean {
  const job = holder(model, shown);
  if (job?.status === 'queued') model.reach('release repeated');
  if (job?.status !== 'processing') return job?.status === 'queued';
  model.reach('job released');
  job.status = 'queued';
  job.leaseOver = null;
  job.ticket.visible = true;
  return true;
}

/** The job shown, if its token is still the current one. */
function holder(model: QueueModel, { job_id, lease_token }: ShownLease): ModelJob | undefined {
  const job = model.jobs.get(job_id);
  if (job && job.token !== lease_token) model.reach('stale token shown');
  return job?.token === lease_token ? job : undefined;
}
