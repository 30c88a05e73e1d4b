import type { Json } from '../../../../src/jobs/database.types.ts';
import { enqueue } from './asking.ts';
import { bury, findJob, isLive, ownerOf, type QueueModel, send } from './state.ts';

/**
 * @param resendOrder jobs by the age of their message: lost ones are sent again in any order
 * @param made the trigger and the job it made, if there was data that nobody had enqueued for
 */
export function reconcile(
  model: QueueModel,
  resendOrder: readonly string[],
  made: { readonly requestId: string; readonly jobId: string },
) {
  const lost = [...model.jobs.values()]
    .filter((job) => isLive(job) && job.ticket.where === 'deleted' && job.leaseOver !== false)
    .sort((a, b) => resendOrder.indexOf(a.id) - resendOrder.indexOf(b.id));
  for (const job of lost) {
    model.reach('lost message sent again');
    job.ticket = send(model, { job_id: job.id });
  }

  const orphans = model.messages.filter(
    (message) => message.where === 'queue' && message.visible && !ownerOf(model, message),
  );
  for (const message of orphans) bury(model, message);

  const overdue = dataIsOverdue(model);
  if (overdue) {
    model.reach('data without a job noticed');
    enqueue(model, { requestId: made.requestId, triggeredBy: 'cron', force: false }, made.jobId);
  }

  return {
    jobs_without_message: lost.length,
    messages_without_job: orphans.length,
    fallback_runs_abandoned: 0,
    data_without_job: overdue,
  };
}

// No aggregate is ever computed here: whatever was changed is still to be included.
const dataIsOverdue = (model: QueueModel) =>
  model.editIsOld &&
  model.sourceVersion > 0 &&
  !findJob(model, (job) => isLive(job) || job.requiredVersion >= model.sourceVersion);

/** The job's lease or backoff is over. */
export function timePasses(model: QueueModel, jobId: string): void {
  const job = model.jobs.get(jobId);
  if (!job || !isLive(job)) return;
  job.ticket.visible = true;
  if (job.leaseOver !== null) job.leaseOver = true;
}

export function dataChanges(model: QueueModel): void {
  model.sourceVersion += 1;
  model.editIsOld = false;
}

/** As `dataChanges`, some minutes ago. */
export function editIsForgotten(model: QueueModel): void {
  dataChanges(model);
  model.editIsOld = true;
}

export function messageIsDeleted(model: QueueModel, jobId: string): void {
  const job = model.jobs.get(jobId);
  if (job?.ticket.where === 'queue') job.ticket.where = 'deleted';
}

export function messageComes(model: QueueModel, content: Json): void {
  send(model, content);
}
