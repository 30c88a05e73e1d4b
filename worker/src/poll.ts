import { randomUUID } from 'node:crypto';
import type { Claimed, ClaimedJob } from '../../src/jobs/claim.ts';
import { backoffMs, type Sleep } from './backoff.ts';
import type { Log } from './log.ts';

/**
 * Claims and works jobs, one at a time, until aborted. A claim that was not answered is asked for
 * again under its id, once also after the stop, so that a job whose hand-over got lost is not left to
 * its lease. While the database is away it waits at most three seconds between two tries.
 */
export async function poll({
  claim,
  work,
  onPolled,
  signal,
  sleep,
  log,
}: {
  claim: (claimId: string) => Promise<Claimed>;
  work: (job: ClaimedJob) => Promise<unknown>;
  /** Told of every answer, before a job in it is worked. */
  onPolled: (claimed: Claimed) => void;
  signal: AbortSignal;
  sleep: Sleep;
  log: Log;
}): Promise<void> {
  let claimId = randomUUID();
  let failures = 0;

  const ask = async () => {
    try {
      const claimed = await claim(claimId);
      onPolled(claimed);
      failures = 0;
      claimId = randomUUID();
      if (claimed.job) await work(claimed.job);
    } catch (err) {
      failures += 1;
      log.warn({ err, failures }, 'queue.poll_failed');
      await sleep(backoffMs(failures, { base: 250, cap: 3_000 }), signal);
    }
  };

  while (!signal.aborted) await ask();
  if (failures > 0) await ask();
}
