import 'server-only';
import { type CookieMethodsServer, type CookieOptions, createServerClient } from '@supabase/ssr';
import { parseWebEnv } from '@/config/env.ts';
import type { Database } from '@/jobs/database.types.ts';
import { keptShorter, sessionCookie } from './session-cookie.ts';
import { sessionFetch } from './session-fetch.ts';

interface Browser {
  headers: Pick<Headers, 'get'>;
  getAll: CookieMethodsServer['getAll'];
  set: (name: string, value: string, options: CookieOptions) => void;
}

/** Acts as whoever is signed in, by the session in a browser's cookies, and keeps it renewed there. */
export function clientOfSession({ headers, getAll, set }: Browser) {
  const env = parseWebEnv(process.env);
  const { fetch, isInDoubt } = sessionFetch(headers);
  return createServerClient<Database>(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    global: { fetch },
    cookieOptions: sessionCookie(headers),
    cookies: {
      getAll,
      setAll: (changed) => {
        // The client forgets a session that it could not renew; the browser is to try again.
        if (isInDoubt()) return;
        for (const { name, value, options } of changed) set(name, value, keptShorter(options));
      },
    },
  });
}
