import { type ClaimedJob, planRun } from '../../src/jobs/claim.ts';
import { type FunctionOutcome, reasonOf, skipped } from '../../src/jobs/function-outcome.ts';
import type { Sleep } from './backoff.ts';
import { inBatches } from './in-batches.ts';
import { keepLease } from './keep-lease.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { persist } from './persist.ts';
import type { Queue } from './queue.ts';
import { type RunFunction, runStatsFunctions } from './run-stats-functions.ts';
import type { Site } from './site.ts';
import { tellSite } from './tell-site.ts';

/** How a run of a job ended, as seen by the worker that ran it. */
export const RUN_ENDS = ['completed', 'queued', 'failed', 'cancelled', 'released', 'lost'] as const;
export type RunEnd = (typeof RUN_ENDS)[number];

export interface WorkParts {
  queue: Queue;
  site: Site;
  runFunction: RunFunction;
  leaseMs: number;
  sleep: Sleep;
  now: () => number;
  log: Log;
  metrics: Pick<Metrics, 'claimed' | 'functionEnded' | 'runEnded'>;
}

/**
 * Works one claimed job to its end: runs the functions that are due, records each as it ends, has
 * the site drop what changed, and ends the run. When `release` is aborted it hands the job back.
 * Leaves no call in flight. Never throws: whatever goes wrong ends the run, or leaves it to the lease
 * to run out.
 */
export async function workJob(
  job: ClaimedJob,
  parts: WorkParts,
  release: AbortSignal,
): Promise<RunEnd> {
  const { queue, sleep } = parts;
  const log = parts.log.child({ jobId: job.jobId, requestId: job.payload.requestId });
  const startedAt = parts.now();
  log.info({ attempt: job.attempt, trigger: job.payload.triggeredBy }, 'job.claimed');
  parts.metrics.claimed(job);

  const lost = new AbortController();
  const done = new AbortController();
  const lease = keepLease(job, {
    ...parts,
    log,
    signal: done.signal,
    onLost: () => lost.abort(),
  });

  const letGo = AbortSignal.any([lost.signal, release, done.signal]);
  const ended = await runJob(job, { ...parts, log }, letGo)
    .catch(async (err: unknown): Promise<RunEnd> => {
      if (release.aborted && !lost.signal.aborted) {
        const released = await persist(() => queue.release(job), { signal: lost.signal, sleep });
        return released ? 'released' : 'lost';
      }
      if (err instanceof Interrupted || lost.signal.aborted) return 'lost';
      log.error({ err }, 'job.run_broke');
      const reason = `The run broke: ${err instanceof Error ? err.message : String(err)}`;
      return endedAs(await persist(() => queue.fail(job, reason), { signal: lost.signal, sleep }));
    })
    .catch((err: unknown): RunEnd => {
      log.error({ err }, 'job.end_not_recorded');
      return 'lost';
    });

  const wasCancelled = ended === 'lost' && (await queue.isCancelled(job).catch(() => false));
  const end = wasCancelled ? 'cancelled' : ended;

  done.abort();
  await lease;
  parts.metrics.runEnded(job, end);
  log.info({ end, durationMs: Math.round(parts.now() - startedAt) }, 'job.run_ended');
  return end;
}

/** The run itself. Throws `Interrupted` when the signal says to let go of the job. */
async function runJob(job: ClaimedJob, parts: WorkParts, letGo: AbortSignal): Promise<RunEnd> {
  const { queue, sleep, log } = parts;
  const mine = <Answer>(call: () => Promise<Answer>) => persist(call, { signal: letGo, sleep });

  // As each ends, but in one call what ends together: calls for one job would only take turns.
  const send = inBatches<FunctionOutcome>(async (outcomes) => {
    if (!(await mine(() => queue.record(job, job.attempt, outcomes)))) throw new Interrupted();
  });
  const record = async (outcome: FunctionOutcome) => {
    // Cut off with the lease or by the stop, not failed: the next run does it.
    if (letGo.aborted) throw new Interrupted();
    log.info(
      { function: outcome.function, status: outcome.status, durationMs: outcome.durationMs },
      'function.ended',
    );
    parts.metrics.functionEnded(outcome);
    await send(outcome);
  };

  const plan = planRun(job);
  await Promise.all(plan.skip.map(({ rpc }) => record(skipped(rpc))));
  const outcomes = await runStatsFunctions(plan.run, {
    runFunction: parts.runFunction,
    onOutcome: record,
    signal: letGo,
  });

  // Once more before the world sees it: whoever was asleep past its lease stops here.
  if (!(await mine(() => queue.extend(job)))) return 'lost';
  const failures = outcomes.filter(({ status }) => status === 'failed');
  const reached = [...plan.run, ...plan.skip]
    .filter(({ rpc }) => !failures.some((failure) => failure.function === rpc))
    .flatMap(({ tags }) => tags);
  const told = await tellSite(
    { ...job, requestId: job.payload.requestId, tags: reached },
    parts,
    letGo,
  );
  if (letGo.aborted) throw new Interrupted();

  if (failures.length > 0) {
    return endedAs(await mine(() => queue.fail(job, reasonOf(failures))));
  }
  const completed = await mine(() => queue.complete(job, told));
  return completed ? 'completed' : 'lost';
}

/** The run must let go of its job. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const endedAs = (status: string | null): RunEnd =>
  status === 'queued' || status === 'failed' ? status : 'lost';
