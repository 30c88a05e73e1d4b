import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import type { AggregateTag } from '@/jobs/stats-functions.ts';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { rowsOf } from './rows-of.ts';

const computed = z.object({
  computed_version: z.number().int(),
  computed_as_of: z.iso.date().nullable(),
  computed_run: z.number().int(),
});

export interface ServedVersion {
  /** The source version that the served numbers include; 0 when never computed. */
  version: number;
  /** The day they were computed for, YYYY-MM-DD. */
  asOf: string | null;
  /** How many times they had been computed. */
  run: number;
}

const NEVER_COMPUTED: ServedVersion = { version: 0, asOf: null, run: 0 };

/**
 * How new the site's copy of an aggregate is. Cached under the aggregate's own tag, as its pages
 * are: it goes stale and fresh with them.
 */
export async function servedVersion(tag: AggregateTag): Promise<ServedVersion> {
  'use cache: remote';
  cacheTag(tag);
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return NEVER_COMPUTED;

  const rows = rowsOf(
    await client
      .from('cache_metadata')
      .select('computed_version, computed_as_of, computed_run')
      .eq('cache_key', tag),
  );
  const [row] = z.array(computed).parse(rows);
  if (!row) return NEVER_COMPUTED;
  return { version: row.computed_version, asOf: row.computed_as_of, run: row.computed_run };
}
