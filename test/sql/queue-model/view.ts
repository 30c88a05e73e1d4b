import { jobResults } from '../../../src/jobs/results.ts';
import type { QueueModel } from './model/state.ts';
import type { JobRow, Snapshot } from './snapshot.ts';

/** What the model says there must be. */
export function viewOfModel(model: QueueModel) {
  return {
    jobs: [...model.jobs.values()].map(({ ticket: _, ...job }) => job).sort(byId),
    triggers: Object.fromEntries(model.triggers),
    messages: model.messages
      .filter(({ where }) => where !== 'deleted')
      .map(({ content, where, visible, buried }) =>
        where === 'queue' ? { content, visible } : { content, buried },
      ),
  };
}

/** The same of what there is. */
export function viewOf(snapshot: Snapshot) {
  const reasons = new Map(snapshot.deadLetters.map((letter) => [letter.message_id, letter.reason]));
  const queued = snapshot.queue.map(({ msg_id, message, visible }) => ({
    msg_id,
    seen: { content: message, visible },
  }));
  const archived = snapshot.archive.map(({ msg_id, message }) => ({
    msg_id,
    seen: { content: message, buried: reasons.get(msg_id)?.replace(/:.*/, '') ?? null },
  }));
  return {
    jobs: snapshot.jobs.map(viewOfJob).sort(byId),
    triggers: Object.fromEntries(snapshot.triggers.map((row) => [row.request_id, row.job_id])),
    messages: [...queued, ...archived].sort((a, b) => a.msg_id - b.msg_id).map(({ seen }) => seen),
  };
}

const viewOfJob = (row: JobRow) => ({
  id: row.id,
  retryOf: row.retry_of,
  status: row.status,
  started: row.started_at !== null,
  retries: row.retry_count,
  priority: row.priority,
  force: row.force,
  requiredVersion: row.required_version,
  token: row.lease_token,
  claimId: row.claim_id,
  leaseOver: row.lease_over,
  backsOff: row.next_attempt_at !== null,
  functions: Object.fromEntries(
    jobResults
      .parse(row.results)
      .function_results.map((result) => [
        result.function,
        { status: result.status, attempts: result.attempts.map(({ attempt }) => attempt) },
      ]),
  ),
});

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
