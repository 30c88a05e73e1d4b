import 'server-only';
import { createServerClient } from '@supabase/ssr';
import type { NextRequest, NextResponse } from 'next/server';
import { parseWebEnv } from '@/config/env.ts';
import { deadlineFetch } from './deadline-fetch.ts';
import { sessionCookie } from './session-cookie.ts';

interface RefreshedSession {
  /** Whether the request carries a session. Whose it is, and whether it still holds, is not asked. */
  isThere: boolean;
  /** Sets the renewed cookies on the response to this request. */
  keepOn: (response: NextResponse) => NextResponse;
}

/**
 * Renews a session that is about to end, in the request and for the response, before the page is
 * rendered: a page can read cookies but not write them. Asks Auth only when there is something to
 * renew.
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
          renewed.push([name, value, options]);
        }
      },
    },
  });
  const { data } = await client.auth.getSession();

  return {
    isThere: data.session !== null,
    keepOn: (response) => {
      for (const cookie of renewed) response.cookies.set(...cookie);
      return response;
    },
  };
}
