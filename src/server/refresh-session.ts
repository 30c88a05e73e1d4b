import 'server-only';
import { createServerClient } from '@supabase/ssr';
import { isAuthRetryableFetchError } from '@supabase/supabase-js';
import type { NextRequest, NextResponse } from 'next/server';
import { parseWebEnv } from '@/config/env.ts';
import { deadlineFetch } from './deadline-fetch.ts';
import { keptShorter, sessionCookie } from './session-cookie.ts';

interface RefreshedSession {
  /** Whose session the request carries; unknown while Auth does not answer. */
  whose: 'nobody' | 'player' | 'admin' | 'unknown';
  /** Sets the renewed cookies on the response to this request. */
  keepOn: (response: NextResponse) => NextResponse;
}

/**
 * Renews a session that is about to end, in the request and for the response, before the page is
 * rendered: a page can read cookies but not write them. Asks Auth whose it is for the same reason: a
 * page that finds out has begun its answer, and can only send the reader on by a script.
 */
export async function refreshSession(request: NextRequest): Promise<RefreshedSession> {
  const env = parseWebEnv(process.env);
  const renewed: Parameters<NextResponse['cookies']['set']>[] = [];
  const client = createServerClient(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    global: { fetch: deadlineFetch },
    cookieOptions: sessionCookie(request.headers),
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll: (changed) => {
        for (const { name, value, options } of changed) {
          request.cookies.set(name, value);
          renewed.push([name, value, keptShorter(options)]);
        }
      },
    },
  });
  const { data } = await client.auth.getSession();

  return {
    whose: data.session ? await whoseSession(client) : 'nobody',
    keepOn: (response) => {
      for (const cookie of renewed) response.cookies.set(...cookie);
      return response;
    },
  };
}

async function whoseSession({ auth }: ReturnType<typeof createServerClient>) {
  const { data, error } = await auth.getUser();
  if (error) return isAuthRetryableFetchError(error) ? 'unknown' : 'nobody';
  return data.user.app_metadata.role === 'admin' ? 'admin' : 'player';
}
