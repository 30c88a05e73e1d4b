import type { Memory } from './memory.ts';
import { report } from './rules.ts';
import type { Snapshot } from './snapshot.ts';

interface Told {
  readonly now: Snapshot;
  readonly told: Memory;
}

/** What must be so after what the callers were told, once nobody is waiting for an answer. */
const PROMISES: Record<string, (facts: Told) => readonly (string | number)[]> = {
  'a request that was acknowledged is kept, with its job': ({ now, told }) =>
    [...told.acknowledged]
      .filter(
        ([requestId, jobId]) =>
          now.triggers.find(({ request_id }) => request_id === requestId)?.job_id !== jobId,
      )
      .map(([requestId]) => requestId),

  'the job of a request includes what there was when it was sent': ({ now, told }) =>
    told.requests
      .filter(({ requestId, sourceVersion }) => {
        const jobId = told.acknowledged.get(requestId);
        const job = now.jobs.find(({ id }) => id === jobId);
        return job && job.required_version < sourceVersion;
      })
      .map(({ requestId }) => requestId),

  'a job runs four times at most, releases aside': ({ now, told }) =>
    now.jobs
      .filter(({ id, max_retries }) => {
        const runs = told.leases.filter(({ job_id }) => job_id === id).length;
        const releases = [...told.releases.values()].filter((released) => released === id).length;
        return runs > 1 + max_retries + releases;
      })
      .map(({ id }) => id),

  'a job has ended as was said': ({ now, told }) =>
    [...told.ends]
      .filter(([jobId, end]) => now.jobs.find(({ id }) => id === jobId)?.status !== end)
      .map(([jobId]) => jobId),

  'a message that no job stands behind is kept, and told if it was taken off': ({ now, told }) =>
    told.forged.filter(
      (forged) =>
        !now.queue.some(({ msg_id }) => msg_id === forged) &&
        !now.deadLetters.some(({ message_id }) => message_id === forged),
    ),

  'nothing but what a hand sent is a dead letter': ({ now, told }) =>
    now.deadLetters
      .map(({ message_id }) => message_id)
      .filter((letter) => !told.forged.includes(letter)),

  'nobody was told what rules out what another was told': ({ told }) => told.contradictions,
};

export const brokenPromises = (facts: Told): string[] => report(PROMISES, facts);
