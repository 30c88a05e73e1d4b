import 'server-only';
import { revalidateTag } from 'next/cache';
import type { CacheTag } from '@/jobs/stats-functions.ts';
import { log } from './log.ts';

/**
 * Drops what the site caches under these tags: the very next request is rendered fresh. `expire: 0`
 * because a named profile would serve the old page once more.
 * Returns the tags that could not be dropped.
 */
export function invalidateTags(tags: readonly CacheTag[]): CacheTag[] {
  return tags.filter((tag) => {
    try {
      revalidateTag(tag, { expire: 0 });
      return false;
    } catch (err) {
      log.error({ tag, err }, 'cache.invalidate_failed');
      return true;
    }
  });
}
