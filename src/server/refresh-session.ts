import 'server-only';
import { createServerClient } from '@supabase/ssr';
import type { NextRequest, NextResponse } from 'next/server';
import { parseWebEnv } from '@/config/env.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

/**
 * Renews a session that is about to end, before the page is rendered: a page can read cookies but
 * not write them. `respond` makes the response once the request's cookies are right; the new ones
 * are set on it too. Asks Auth only when there is something to renew.
 */
export async function refreshSession(
  request: NextRequest,
  respond: () => NextResponse,
): Promise<NextResponse> {
  const env = parseWebEnv(process.env);
  const renewed: Parameters<NextResponse['cookies']['set']>[] = [];
  const client = createServerClient(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    cookieOptions: SESSION_COOKIE,
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
  await client.auth.getSession();

  const response = respond();
  for (const cookie of renewed) response.cookies.set(...cookie);
  return response;
}
