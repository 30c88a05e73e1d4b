import { createHmac } from 'node:crypto';
import { asRecord } from './as-record.ts';

type Fetch = (request: Request) => Promise<Response>;

/**
 * Defect: access tokens carry neither app_metadata (by which an admin is known) nor the other
 * claims that Supabase Auth gives them. Signs the tokens of an answer again, complete.
 */
export function completeClaims(fetch: Fetch, jwtSecret: string, issuer: string): Fetch {
  return async (request) => {
    const response = await fetch(request);
    const isSignIn = /^\/auth\/v1\/(token|signup|verify)$/.test(new URL(request.url).pathname);
    if (!isSignIn || !response.ok) return response;
    const session = asRecord(await response.json());
    if (typeof session.access_token === 'string') {
      const user = asRecord(session.user);
      const claims = readClaims(session.access_token);
      session.access_token = signToken(jwtSecret, {
        ...claims,
        iss: issuer,
        phone: user.phone ?? '',
        app_metadata: user.app_metadata ?? {},
        user_metadata: user.user_metadata ?? {},
        aal: 'aal1',
        amr: [{ method: 'password', timestamp: claims.iat }],
        is_anonymous: false,
      });
    }
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return Response.json(session, { status: response.status, headers });
  };
}

function readClaims(token: string): Record<string, unknown> {
  return asRecord(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
}

function signToken(secret: string, claims: Record<string, unknown>): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
