import 'server-only';
import type { NextRequest, NextResponse } from 'next/server';
import { isAdmin } from './is-admin.ts';
import { clientOfSession } from './session-client.ts';
import { isUndecided } from './session-fetch.ts';

interface RefreshedSession {
  /** Whose session the request carries; unknown while Auth does not say. */
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
  const renewed: Parameters<NextResponse['cookies']['set']>[] = [];
  const client = clientOfSession({
    headers: request.headers,
    getAll: () => request.cookies.getAll(),
    set: (name, value, options) => {
      request.cookies.set(name, value);
      renewed.push([name, value, options]);
    },
  });

  return {
    whose: await whoseSession(client),
    keepOn: (response) => {
      for (const cookie of renewed) response.cookies.set(...cookie);
      return response;
    },
  };
}

async function whoseSession({ auth }: ReturnType<typeof clientOfSession>) {
  const { data, error } = await auth.getUser();
  if (error) return isUndecided(error) ? 'unknown' : 'nobody';
  return isAdmin(data.user) ? 'admin' : 'player';
}
