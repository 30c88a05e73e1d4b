import type { ClaimedJob } from '../../src/jobs/claim.ts';
import type { ServedTag } from '../../src/jobs/freshness.ts';
import type { Told } from '../../src/jobs/lease-calls.ts';
import { type OwedTags, payOwed } from '../../src/jobs/owed-tags.ts';
import type { AggregateTag } from '../../src/jobs/stats-functions.ts';
import { backoffMs, type Sleep } from './backoff.ts';
import type { Log } from './log.ts';
import type { Queue } from './queue.ts';
import type { Site } from './site.ts';

/** Tries before a job ends without the site knowing; what it should know stays owed. */
const TRIES = 3;

interface Parts {
  queue: Pick<Queue, 'owed' | 'markInvalidated'>;
  site: Site;
  sleep: Sleep;
  log: Log;
}

/** What a job wants to be seen under its tags. */
interface Wanted extends Pick<ClaimedJob, 'requiredVersion' | 'requiredAsOf'> {
  requestId: string;
  tags: readonly AggregateTag[];
}

/**
 * Tells the site to drop every tag that is owed, then looks whether it serves what is required: the
 * version, the day, and of each tag that was owed the run itself, which may have changed neither.
 * Tried a few times; a site that stays down is no reason to compute anything again.
 *
 * Visible is what the site was seen to serve under every tag; or, if it could not be asked, what it has
 * dropped.
 */
export async function tellSite(
  wanted: Wanted,
  { queue, site, sleep, log }: Parts,
  signal: AbortSignal,
): Promise<Told> {
  const { requestId } = wanted;
  const runs = new Map<string, number>();
  const tagsBehind = async () => {
    const { tags: served } = await site.freshness();
    return wanted.tags.filter((tag) => !isServed(served[tag], wanted, runs.get(tag)));
  };
  let invalidated = false;
  let sawOld = false;
  for (let failures = 0; failures < TRIES && !signal.aborted; failures += 1) {
    if (failures > 0) await sleep(backoffMs(failures, { base: 500, cap: 2_000 }), signal);
    try {
      const owed = await queue.owed();
      for (const { tag, run } of owed) runs.set(tag, run);
      invalidated = await tellOwed(owed, requestId, { queue, site });
      let behind = await tagsBehind();
      sawOld = behind.length > 0;
      if (sawOld) {
        // Cached from before the functions ended: dropped by an earlier run, or read while it was dropped.
        await site.invalidate({ tags: behind, source: 'worker', requestId });
        behind = await tagsBehind();
        sawOld = behind.length > 0;
      }
      if (!sawOld) return { invalidated, visible: true };
    } catch (err) {
      log.warn({ err }, 'site.tell_failed');
    }
  }
  return { invalidated, visible: invalidated && !sawOld };
}

function isServed(
  served: ServedTag | undefined,
  { requiredVersion, requiredAsOf }: Wanted,
  run = 0,
): boolean {
  return (
    served !== undefined &&
    served.version >= requiredVersion &&
    served.as_of !== null &&
    served.as_of >= requiredAsOf &&
    served.run >= run
  );
}

/** Has the site drop the owed tags; whether it dropped them all. */
export function tellOwed(
  owed: OwedTags,
  requestId: string,
  { queue, site }: Pick<Parts, 'queue' | 'site'>,
): Promise<boolean> {
  return payOwed(owed, {
    drop: (tags) => site.invalidate({ tags, source: 'worker', requestId }),
    markInvalidated: queue.markInvalidated,
  });
}
