import type { ClaimedJob } from '../../src/jobs/claim.ts';
import type { ServedTag } from '../../src/jobs/freshness.ts';
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

/** What came of telling the site. */
export interface Told {
  /** Every owed tag was dropped. */
  invalidated: boolean;
  /**
   * The next visitor sees what is required: the site was seen to serve it under every tag it should, or
   * could not be asked, but has dropped all it kept.
   */
  visible: boolean;
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
 */
export async function tellSite(
  wanted: Wanted,
  { queue, site, sleep, log }: Parts,
  signal: AbortSignal,
): Promise<Told> {
  const { requestId } = wanted;
  const runs = new Map<string, number>();
  let invalidated = false;
  let sawOld = false;
  for (let failures = 0; failures < TRIES && !signal.aborted; failures += 1) {
    if (failures > 0) await sleep(backoffMs(failures, { base: 500, cap: 2_000 }), signal);
    try {
      const owed = await queue.owed();
      for (const { tag, run } of owed) runs.set(tag, run);
      invalidated = await tellOwed(owed, requestId, { queue, site });
      const { tags: served } = await site.freshness();
      const behind = wanted.tags.filter((tag) => !isServed(served[tag], wanted, runs.get(tag)));
      sawOld = behind.length > 0;
      if (!sawOld) return { invalidated, visible: true };
      // Cached from before the functions ended, after the tag was dropped by an earlier run.
      await site.invalidate({ tags: behind, source: 'worker', requestId });
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
