import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { TRIGGERS, type Trigger } from '../../../../src/jobs/payload.ts';
import { newest, type Request } from '../memory.ts';
import { cancel, enqueue, retry } from '../model/asking.ts';
import { anyJob, anyOne, type Move, mostly, NOBODY, type Played, type RealQueue } from './move.ts';

/** A trigger comes. */
export const enqueueNew = fc
  .record({ triggeredBy: fc.constantFrom(...TRIGGERS), force: fc.boolean() })
  .map(
    (asked): Move => ({
      name: `enqueue(${asked.triggeredBy}${asked.force ? ', force' : ''})`,
      play: async (queue) => send(queue, await newRequest(queue, asked)),
    }),
  );

/** A trigger is delivered once more. */
export const enqueueAgain = anyOne.map(
  (nth): Move => ({
    name: `enqueue again(${nth})`,
    play: async (queue) =>
      send(queue, newest(queue.memory.requests, nth) ?? (await newRequest(queue))),
  }),
);

/** The admin retries a job, mostly one that failed; the click may have been seen before. */
export const retryOne = fc.record({ nth: anyOne, failed: mostly, newClick: mostly }).map(
  ({ nth, failed, newClick }): Move => ({
    name: `retry(${failed ? 'failed' : 'any'} job ${nth}${newClick ? '' : ', seen click'})`,
    async play(queue) {
      const { jobs, memory } = queue;
      const jobId = newest(failed ? memory.failedJobs : memory.jobIds, nth) ?? NOBODY;
      const seen = newClick ? undefined : newest(memory.requests, nth);
      const { requestId } = seen ?? (await newRequest(queue, { force: true }));

      const answer = await jobs.retry(jobId, requestId);

      const newJobId = answer?.job_id ?? NOBODY;
      if (answer?.job_id) memory.noteJob(requestId, answer.job_id);
      return { answer, expected: (model) => retry(model, jobId, requestId, newJobId) };
    },
  }),
);

export const cancelOne = anyJob.map(
  (job): Move => ({
    name: `cancel(${job.name})`,
    async play({ jobs, memory }) {
      const jobId = job.in(memory);
      const answer = await jobs.cancel(jobId);
      if (answer === 'cancelled') memory.noteEnd(jobId, answer);
      return { answer, expected: (model) => cancel(model, jobId) };
    },
  }),
);

async function send({ jobs, memory }: RealQueue, request: Request): Promise<Played> {
  const answer = await jobs.enqueue(request);
  memory.noteJob(request.requestId, answer.job_id);
  return { answer, expected: (model) => enqueue(model, request, answer.job_id) };
}

/** Noted before it is sent. */
async function newRequest(
  { sql, memory }: RealQueue,
  { triggeredBy = 'admin', force = false }: { triggeredBy?: Trigger; force?: boolean } = {},
): Promise<Request> {
  const [source] = await sql<{ version: number }[]>`
    select version::int as version from public.source_version`;
  if (!source) throw new Error('there is always a source version');
  const request = {
    requestId: randomUUID(),
    triggeredBy,
    force,
    sourceVersion: source.version,
  };
  memory.requests.push(request);
  return request;
}
