import type { CacheTag } from '../../src/jobs/stats-functions.ts';
import { ALL_TAGS, SOURCE_TAGS } from '../../src/jobs/stats-functions.ts';
import { backoffMs, type Sleep } from './backoff.ts';
import type { Log } from './log.ts';
import type { OwedTags, Queue } from './queue.ts';
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
  /** The site was seen to serve `requiredVersion` under every tag it should. */
  visible: boolean;
}

/**
 * Tells the site to drop every tag that is owed, then looks whether it serves what is required.
 * Tried a few times; a site that stays down is no reason to compute anything again.
 */
export async function tellSite(
  asked: { requestId: string; requiredVersion: number; tags: readonly CacheTag[] },
  { queue, site, sleep, log }: Parts,
  signal: AbortSignal,
): Promise<Told> {
  const { requestId, requiredVersion } = asked;
  let invalidated = false;
  for (let failures = 0; failures < TRIES && !signal.aborted; failures += 1) {
    if (failures > 0) await sleep(backoffMs(failures, { base: 500, cap: 2_000 }), signal);
    try {
      invalidated = await payOwed(await queue.owed(), requestId, { queue, site });
      const { tags } = await site.freshness();
      const behind = asked.tags.filter((tag) => (tags[tag]?.version ?? 0) < requiredVersion);
      if (behind.length === 0) return { invalidated, visible: true };
      // Cached from before the functions ended, after the tag was dropped by an earlier run.
      await site.invalidate({ tags: behind, source: 'worker', requestId });
    } catch (err) {
      log.warn({ err }, 'site.tell_failed');
    }
  }
  return { invalidated, visible: false };
}

/**
 * Has the site drop the owed tags, and with them what pages read beside the aggregates. Returns
 * whether it dropped them all.
 */
export async function payOwed(
  owed: OwedTags,
  requestId: string,
  { queue, site }: Pick<Parts, 'queue' | 'site'>,
): Promise<boolean> {
  if (owed.length === 0) return true;
  const tags = ALL_TAGS.filter((tag) => owed.some((one) => one.tag === tag));
  const dropped = await site.invalidate({
    tags: [...tags, ...SOURCE_TAGS],
    source: 'worker',
    requestId,
  });
  const paid = owed.filter(({ tag }) => dropped.includes(tag));
  await queue.markInvalidated(paid);
  return paid.length === owed.length;
}
