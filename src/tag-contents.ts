import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { parseWebEnv } from './config/env.ts';
import type { Database } from './jobs/database.types.ts';

const tagContent = z.object({
  /** How often it was written. */
  changes: z.number().int(),
  /** A hash of everything; null of nothing. */
  content: z.string().nullable(),
  /** Hashes of what some pages read alone. */
  parts: z.record(z.string(), z.string().nullable()),
});
/** What pages read under one cache tag: see sql/site/cache_tag_contents.sql. */
export type TagContent = z.infer<typeof tagContent>;

const tagChange = z.object({ tag: z.string(), changes: z.number().int() });

/** A page waits for this, and is rendered anew when it takes longer. */
const DEADLINE_MS = 2_000;

function connect() {
  const env = parseWebEnv(process.env);
  return createClient<Database>(env.SUPABASE_URL, env.SUPABASE_SERVICE_ROLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}
let connected: ReturnType<typeof connect> | undefined;
/** Not before it is needed: a build has no database. */
function client() {
  connected ??= connect();
  return connected;
}

/** What the database holds under each tag now. */
export async function readTagContents(): Promise<Map<string, TagContent>> {
  const { data } = await client()
    .rpc('cache_tag_contents')
    .abortSignal(AbortSignal.timeout(DEADLINE_MS))
    .throwOnError();
  return new Map(Object.entries(z.record(z.string(), tagContent).parse(data)));
}

/** How often what is under each tag has been written by now. */
export async function readTagChanges(): Promise<Map<string, number>> {
  const { data } = await client()
    .rpc('cache_tag_changes')
    .abortSignal(AbortSignal.timeout(DEADLINE_MS))
    .throwOnError();
  return new Map(
    z
      .array(tagChange)
      .parse(data)
      .map(({ tag, changes }) => [tag, changes]),
  );
}

/**
 * The pages that show only parts of what is under some of their tags; of their other tags they show all.
 * N is the number in the page's address.
 */
const PARTS_SHOWN: Record<string, Record<string, readonly string[]>> = {
  '/matches/N': { matches: ['match/N'], match_report: ['as_of'] },
  '/matches/season/N': { matches: ['season/N', 'seasons'], match_report: ['as_of'] },
  '/tables/N': {
    season_stats: ['season/N', 'seasons', 'as_of'],
    season_race_data: ['season/N'],
  },
  '/players/N': {
    all_time_stats: ['player/N'],
    recent_performance: ['player/N'],
    player_profile_stats: ['player/N', 'as_of'],
    player_power_rating: ['player/N'],
    matches: ['player/N'],
  },
  '/records/honours': { honour_roll: ['honours', 'as_of'] },
  '/rules': { match_report: ['as_of'] },
};

/** Of what is under a tag, what a page shows: the same twice, and the page is the same. */
export function shownOf(page: string, tag: string, { content, parts }: TagContent): string | null {
  // Next.js writes the route before the address.
  const address = page.slice(page.lastIndexOf('$') + 1);
  const [number = ''] = /\d+$/.exec(address) ?? [];
  const shown = PARTS_SHOWN[address.replace(/\d+$/, 'N')]?.[tag];
  if (!shown) return content;
  return shown.map((part) => parts[part.replace('N', number)] ?? '').join(' ');
}
