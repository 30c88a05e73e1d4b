import type { Claimed, ClaimedJob } from '../../src/jobs/claim.ts';
import type { SendAlert } from './alert-webhook.ts';
import { sleep } from './backoff.ts';
import { takeCare } from './caretaker.ts';
import type { Failures } from './failures.ts';
import type { WorkerState } from './health-server.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { poll } from './poll.ts';
import type { Queue } from './queue.ts';
import type { RunFunction } from './run-stats-functions.ts';
import type { Site } from './site.ts';
import { tellFailures } from './tell-failures.ts';
import { workJob } from './work-job.ts';

/** A worker that was started. */
export interface RunningWorker {
  /**
   * Stops claiming at once. A job in work may finish within the grace period, else it is handed
   * back. Resolves when nothing is in work any more.
   */
  stop: () => Promise<void>;
}

/** Starts working jobs and taking care of the queue. */
export function startWorker(parts: {
  queue: Queue;
  site: Site;
  /** How people are told of failed jobs; null when nobody wants to know. */
  alerts: { failures: Failures; sendAlert: SendAlert } | null;
  runFunction: RunFunction;
  /** Kept up to date while it works. */
  state: WorkerState;
  leaseMs: number;
  graceMs: number;
  retentionDays: number;
  log: Log;
  metrics: Metrics;
}): RunningWorker {
  const { queue, site, alerts, state, log, graceMs, retentionDays } = parts;
  const { version } = state;
  const now = () => performance.now();
  const stopping = new AbortController();
  const release = new AbortController();
  let owed = false;
  let failedHere = false;

  const work = async (job: ClaimedJob) => {
    state.jobId = job.jobId;
    // Handed out while the stop was already on its way: to be handed back at once.
    const letGo = stopping.signal.aborted ? stopping.signal : release.signal;
    const end = await workJob(job, { ...parts, sleep, now }, letGo);
    if (end === 'failed') failedHere = true;
    state.jobId = null;
  };

  // Nobody else can tell of it: the worker whose run it was is dead.
  const noteFailed = (failed: NonNullable<Claimed['failed']>) => {
    failedHere = true;
    parts.metrics.runEnded(failed, 'failed');
    log.error(failed, 'job.failed');
  };

  const polling = poll({
    claim: queue.claim,
    work,
    onPolled: (claimed) => {
      state.lastPolledAt = now();
      owed = claimed.owed;
      if (claimed.failed) noteFailed(claimed.failed);
    },
    signal: stopping.signal,
    sleep,
    log,
  });
  const caring = takeCare({
    queue,
    site,
    version,
    isOwed: () => owed,
    alerts: alerts && {
      areDue: () => failedHere,
      send: () => {
        failedHere = false;
        return tellFailures({ ...alerts, signal: stopping.signal, log });
      },
    },
    retentionDays,
    signal: stopping.signal,
    sleep,
    now,
    log,
  });

  const stop = async () => {
    if (!state.stopping) log.info({ jobId: state.jobId, graceMs }, 'worker.stopping');
    state.stopping = true;
    stopping.abort();
    const grace = setTimeout(() => release.abort(), graceMs);
    await Promise.all([polling, caring]);
    clearTimeout(grace);
    await queue.register(version, true).catch((err: unknown) => {
      log.warn({ err }, 'worker.register_failed');
    });
  };
  return { stop };
}
