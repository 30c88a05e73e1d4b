import 'server-only';
import { payOwed } from '@/jobs/owed-tags.ts';
import { type AggregateTag, type CacheTag, SOURCE_TAGS } from '@/jobs/stats-functions.ts';
import { markInvalidated, readOwedTags } from './edge-record.ts';
import { invalidateNow } from './invalidate.ts';
import { log } from './log.ts';

/**
 * What a worker tells the site over HTTP, for a run that the site drives itself: drops every tag that
 * is owed, and notes it as told. Where what is owed cannot be read, it drops the tags that were just
 * computed all the same; they stay owed. Returns whether nothing is owed any more. Never throws.
 */
export async function tellOwnSite(
  computed: readonly AggregateTag[],
  requestId: string,
): Promise<boolean> {
  const drop = async (tags: readonly CacheTag[]) => {
    const failed = await invalidateNow(tags);
    return tags.filter((tag) => !failed.includes(tag));
  };
  try {
    return await payOwed(await readOwedTags(), { drop, markInvalidated });
  } catch (err) {
    log.warn({ requestId, err }, 'edge.tell_failed');
    await drop([...computed, ...SOURCE_TAGS]);
    return false;
  }
}
