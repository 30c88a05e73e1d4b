import 'server-only';
import { AGGREGATE_TAGS, type AggregateTag } from '@/jobs/stats-functions.ts';
import { log } from '@/server/log.ts';
import { type ServedVersion, servedVersion } from './served-version.ts';

/** Per aggregate how new what the site serves is, by the same cached reads as its pages. */
export async function servedFreshness(): Promise<Record<string, ServedVersion>> {
  const served = await Promise.all(
    AGGREGATE_TAGS.map(async (tag: AggregateTag) => [tag, await servedVersion(tag)] as const),
  );
  return Object.fromEntries(served);
}

/** The same for a page that can do without it: null, and a line in the log, when it cannot be read. */
export const servedFreshnessIfReadable = () =>
  servedFreshness().catch((err: unknown) => {
    log.warn({ err }, 'cache.freshness_not_read');
    return null;
  });
