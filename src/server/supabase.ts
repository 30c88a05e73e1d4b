import 'server-only';
import { createServerClient } from '@supabase/ssr';
import { createClient } from '@supabase/supabase-js';
import { cookies, headers } from 'next/headers';
import { parseWebEnv } from '@/config/env.ts';
import type { Database } from '@/jobs/database.types.ts';
import { deadlineFetch } from './deadline-fetch.ts';
import { keptShorter, sessionCookie } from './session-cookie.ts';

const global = { fetch: deadlineFetch };
const stateless = { global, auth: { persistSession: false, autoRefreshToken: false } };

/**
 * Reads what everybody may read. Null while the site is built without a database: pages then hold
 * their empty state until the first invalidation.
 */
export function publicClient() {
  if (!process.env.SUPABASE_URL) return null;
  const env = parseWebEnv(process.env);
  return createClient<Database>(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, stateless);
}

/** Acts as service_role, past row level security: only behind a guard, and only through RPCs. */
export function serviceClient() {
  const env = parseWebEnv(process.env);
  return createClient<Database>(env.SUPABASE_URL, env.SUPABASE_SERVICE_ROLE_KEY, stateless);
}

/** Acts as whoever is signed in, by the session in the request's cookies. */
export async function sessionClient() {
  // First, so that a build stops here: there is no session and no environment to build with.
  const store = await cookies();
  const env = parseWebEnv(process.env);
  return createServerClient<Database>(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    global,
    cookieOptions: sessionCookie(await headers()),
    cookies: {
      getAll: () => store.getAll(),
      setAll: (changed) => {
        for (const { name, value, options } of changed)
          store.set(name, value, keptShorter(options));
      },
    },
  });
}
