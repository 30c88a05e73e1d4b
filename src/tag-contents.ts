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
 * Of what is under a tag, what a page shows: the same twice, and the page is the same. A match's page
 * shows its own match and its neighbours, and of the match report nothing but the day.
 */
export function shownOf(page: string, tag: string, { content, parts }: TagContent): string | null {
  const [, matchId] = /\/matches\/(\d+)$/.exec(page) ?? [];
  if (matchId === undefined) return content;
  if (tag === 'matches') return parts[matchId] ?? null;
  if (tag === 'match_report') return parts.as_of ?? null;
  return content;
}
