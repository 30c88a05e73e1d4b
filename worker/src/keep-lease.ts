import type { ClaimedJob } from '../../src/jobs/claim.ts';
import type { Sleep } from './backoff.ts';
import type { Log } from './log.ts';
import type { Queue } from './queue.ts';

/** The admin page takes a worker for dead after three of these. */
const BEAT_MS = 10_000;

/**
 * Extends a job's lease every third of it, and at least every ten seconds since that is also the
 * worker's sign of life, until `signal` is aborted. Calls `onLost` once if the lease is another's, or
 * when it must have run out because no extension was answered in time.
 */
export async function keepLease(
  job: ClaimedJob,
  {
    queue,
    leaseMs,
    signal,
    onLost,
    sleep,
    now,
    log,
  }: {
    queue: Pick<Queue, 'extend'>;
    leaseMs: number;
    signal: AbortSignal;
    onLost: () => void;
    sleep: Sleep;
    now: () => number;
    log: Log;
  },
): Promise<void> {
  let heldUntil = now() + leaseMs;

  while (true) {
    await sleep(Math.min(leaseMs / 3, BEAT_MS), signal);
    if (signal.aborted) return;
    const askedAt = now();
    try {
      if (!(await queue.extend(job))) return onLost();
      heldUntil = askedAt + leaseMs;
    } catch (err) {
      log.warn({ jobId: job.jobId, err }, 'lease.extend_failed');
      if (now() >= heldUntil) return onLost();
    }
  }
}
