import { z } from 'zod';
import { ALL_TAGS, type CacheTag, SOURCE_TAGS } from './stats-functions.ts';

/** What the site has not been told yet, as `owed_cache_tags` answers: the run up to which it is owed. */
export const owedTags = z.array(z.object({ tag: z.string(), run: z.number() }));
export type OwedTags = z.infer<typeof owedTags>;

/**
 * Has the site drop the owed tags, and with them what pages read beside the aggregates. Returns
 * whether it dropped them all. `owed` was read before: a run that ends in between stays owed.
 */
export async function payOwed(
  owed: OwedTags,
  {
    drop,
    markInvalidated,
  }: {
    /** Answers with the tags that were dropped. */
    drop: (tags: CacheTag[]) => Promise<readonly string[]>;
    markInvalidated: (tags: OwedTags) => Promise<void>;
  },
): Promise<boolean> {
  if (owed.length === 0) return true;
  const tags = ALL_TAGS.filter((tag) => owed.some((one) => one.tag === tag));
  const dropped = await drop([...tags, ...SOURCE_TAGS]);
  // Nobody keeps account of what pages read beside: it is owed with every aggregate.
  if (!SOURCE_TAGS.every((tag) => dropped.includes(tag))) return false;
  const paid = owed.filter(({ tag }) => dropped.includes(tag));
  await markInvalidated(paid);
  return paid.length === owed.length;
}
