import { type NextRequest, NextResponse } from 'next/server';
import { adminPolicy } from './security-headers.ts';
import { refreshSession } from './server/refresh-session.ts';

/**
 * Before every page of the admin: renews the session, sends whoever is no admin to sign in, and writes
 * this request's nonce into the policy, from where Next.js puts it on its scripts. The page checks the
 * session again: nothing is shown on the word of a header. Public pages do not pass here; their headers
 * are constant (next.config.ts).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const session = await refreshSession(request);
  const isLetIn = session.whose === 'admin' || session.whose === 'unknown';
  if (!isLetIn && request.nextUrl.pathname !== '/sign-in') {
    return session.keepOn(NextResponse.redirect(new URL('/sign-in', request.nextUrl)));
  }

  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = adminPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'private, no-store');
  return session.keepOn(response);
}

export const config = { matcher: ['/sign-in', '/admin/:path*'] };
