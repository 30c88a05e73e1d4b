import 'server-only';
import { createClient } from '@supabase/supabase-js';
import { cookies, headers } from 'next/headers';
import { parseWebEnv } from '@/config/env.ts';
import type { Database } from '@/jobs/database.types.ts';
import { deadlineFetch } from './deadline-fetch.ts';
import { clientOfSession } from './session-client.ts';

const stateless = {
  global: { fetch: deadlineFetch },
  auth: { persistSession: false, autoRefreshToken: false },
};

/**
 * Reads what everybody may read. Null while the site is built without a database: pages then hold
 * their empty state until the first invalidation.
 */
export function publicClient() {
  if (!process.env.SUPABASE_URL) return null;
  reader ??= connectAsReader();
  return reader;
}

function connectAsReader() {
  const env = parseWebEnv(process.env);
  return createClient<Database>(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, stateless);
}
/** One for all reads. */
let reader: ReturnType<typeof connectAsReader> | undefined;

/** Acts as service_role, past row level security: only behind a guard, and only through RPCs. */
export function serviceClient() {
  const env = parseWebEnv(process.env);
  return createClient<Database>(env.SUPABASE_URL, env.SUPABASE_SERVICE_ROLE_KEY, stateless);
}

/** Acts as whoever is signed in, by the session in the request's cookies. */
export async function sessionClient() {
  // First, so that a build stops here: there is no session and no environment to build with.
  const store = await cookies();
  return clientOfSession({
    headers: await headers(),
    getAll: () => store.getAll(),
    set: (name, value, options) => store.set(name, value, options),
  });
}
