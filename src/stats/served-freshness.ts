import 'server-only';
import { AGGREGATE_TAGS, type AggregateTag } from '@/jobs/stats-functions.ts';
import { type ServedVersion, servedVersion } from './served-version.ts';

/** Per aggregate how new what the site serves is, by the same cached reads as its pages. */
export async function servedFreshness(): Promise<Record<string, ServedVersion>> {
  const served = await Promise.all(
    AGGREGATE_TAGS.map(async (tag: AggregateTag) => [tag, await servedVersion(tag)] as const),
  );
  return Object.fromEntries(served);
}
