import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { revalidateTag } from 'next/cache';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { withExecuteRevalidates } from 'next/dist/server/revalidation-utils';
import { after } from 'next/server';
import type { CacheTag } from '@/jobs/stats-functions.ts';
import { log } from './log.ts';

/**
 * When the tags are dropped again, in milliseconds after the first time. Next.js dates a page by the
 * end of its rendering: one that was being rendered while its tag was dropped is kept as if new. Most
 * pages take less than the first, and none takes longer than the last: a read ends within 5 s. Where
 * src/page-cache.ts dates the pages this cannot be, and they need not be rendered three times.
 */
const AGAIN_AFTER_MS = process.env.VERCEL ? [1_000, 6_000] : [];

/**
 * Drops what the site caches under these tags, once the request is answered: the very next one is
 * rendered fresh. Returns the tags that could not be dropped.
 */
export function invalidateTags(tags: readonly CacheTag[]): CacheTag[] {
  const failed = dropTags(tags);
  after(async () => {
    let waitedMs = 0;
    for (const afterMs of AGAIN_AFTER_MS) {
      await sleep(afterMs - waitedMs);
      waitedMs = afterMs;
      await atOnce(() => dropTags(tags));
    }
  });
  return failed;
}

/** The same, and does not wait for the request that it is done for. */
export const invalidateNow = (tags: readonly CacheTag[]): Promise<CacheTag[]> =>
  atOnce(() => invalidateTags(tags));

/**
 * Next.js only notes what a request wants dropped, and drops it when the request is answered, or when
 * everything in its `after` is done. This has it dropped before it returns, by the very function that
 * Next.js itself calls then; there is no public one.
 */
const atOnce = (drop: () => CacheTag[]): Promise<CacheTag[]> =>
  withExecuteRevalidates(workAsyncStorage.getStore(), async () => drop());

/** `expire: 0`, because a named profile would serve the old page once more. */
function dropTags(tags: readonly CacheTag[]): CacheTag[] {
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
