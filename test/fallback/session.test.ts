import { NextRequest, NextResponse } from 'next/server';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { errorAnswer } from '../../src/jobs/job-view.ts';
import { refreshSession } from '../../src/server/refresh-session.ts';
import { signIn } from '../../src/server/sign-in.ts';
import { logged } from './captured-log.ts';
import { type ClubSite, openClubSite } from './club-site.ts';
import { scene } from './next-fakes.ts';

vi.mock('next/cache', () => import('./next-fakes.ts'));
vi.mock('next/headers', () => import('./next-fakes.ts'));
vi.mock('../../src/server/log.ts', () => import('./captured-log.ts'));

const ADDRESS = '203.0.113.7';

let site: ClubSite;
let signedIn: string;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  site = await openClubSite();
  signedIn = scene.cookie;
});
beforeEach(async () => {
  await site.forget();
  await site.database.sql`delete from public.sign_in_try`;
  scene.cookie = signedIn;
  logged.length = 0;
});
afterAll(() => site.close());

/** The cookie of the same session an hour later; with another refresh token, that of a forger. */
function expired(cookie: string, refreshToken?: string): string {
  const [name = '', value = ''] = cookie.split('=base64-');
  const session = JSON.parse(Buffer.from(value, 'base64url').toString());
  const changed = {
    ...session,
    expires_at: Math.floor(Date.now() / 1000) - 60,
    ...(refreshToken && { refresh_token: refreshToken }),
  };
  return `${name}=base64-${Buffer.from(JSON.stringify(changed)).toString('base64url')}`;
}

/** What the proxy makes of a visit with this cookie. */
async function visit(cookie: string, from = ADDRESS) {
  const request = new NextRequest('http://127.0.0.1:3000/admin', {
    headers: { host: '127.0.0.1:3000', cookie, 'x-forwarded-for': from },
  });
  const session = await refreshSession(request);
  const set = session.keepOn(new NextResponse()).cookies.getAll();
  return { whose: session.whose, cleared: set.some(({ value }) => value === ''), set };
}

async function pollJobs(): Promise<Response> {
  const { GET } = await import('../../src/app/api/admin/background-jobs/route.ts');
  const url = 'http://127.0.0.1:3000/api/admin/background-jobs';
  return GET(new Request(url), { params: Promise.resolve({}) });
}

const tooManyRequests = () =>
  Response.json({ code: 'over_request_rate_limit', message: 'Slow down.' }, { status: 429 });

test('a session whose hour is over is renewed, and that uses up no attempt', async () => {
  const { whose, set } = await visit(expired(signedIn));

  expect(whose).toBe('admin');
  expect(set).toHaveLength(1);
  expect(await site.database.sql`select 1 from public.sign_in_try where tries > 0`).toHaveLength(0);
});

test.each<[string, () => Response]>([
  ['limits the site’s renewals', tooManyRequests],
  ['refuses the site’s key', () => Response.json({ message: 'No such key' }, { status: 401 })],
  ['is broken', () => Response.json({ message: 'Broken' }, { status: 500 })],
  ['stands behind a broken gateway', () => new Response('<h1>502</h1>', { status: 502 })],
])('while Auth %s, an admin whose hour is over stays signed in', async (_, answer) => {
  site.gateway.auth = ({ path }) => (path.startsWith('token') ? answer() : undefined);

  const { whose, set } = await visit(expired(signedIn));

  expect(whose).toBe('unknown');
  expect(set).toEqual([]);
});

test('while Auth is silent, an admin whose hour is over stays signed in, and waits for one call only', async () => {
  site.gateway.auth = () => new Promise(() => {});
  const startedAt = performance.now();

  const { whose, set } = await visit(expired(signedIn));

  expect(whose).toBe('unknown');
  expect(set).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(9_000);
});

test('while Auth limits renewals, the API says 503, not that the admin must sign in', async () => {
  site.gateway.auth = ({ path }) => (path.startsWith('token') ? tooManyRequests() : undefined);
  scene.cookie = expired(signedIn);

  const response = await pollJobs();

  expect(response.status).toBe(503);
  expect(errorAnswer.parse(await response.json()).error.code).toBe('unavailable');
});

test('a refresh token that Auth does not know ends the session', async () => {
  const { whose, cleared } = await visit(expired(signedIn, 'invented-token'));

  expect(whose).toBe('nobody');
  expect(cleared).toBe(true);
});

test('what cannot be a refresh token is not sent to Auth', async () => {
  const asked: string[] = [];
  site.gateway.auth = ({ path }) => void asked.push(path);

  expect((await visit(expired(signedIn, '<no token>'))).whose).toBe('nobody');

  expect(asked).toEqual([]);
});

test('invented refresh tokens from one address soon reach Auth no more, and keep no admin out', async () => {
  const asked: string[] = [];
  site.gateway.auth = ({ path }) => void (path.startsWith('token') && asked.push(path));

  for (let n = 0; n < 25; n += 1) await visit(expired(signedIn, `invented-token-${n}`));

  expect(asked).toHaveLength(10);
  expect(logged.filter((line) => line.includes('session.too_many_renewals'))).toHaveLength(15);
  const { whose, cleared } = await visit(expired(signedIn), '198.51.100.9');
  expect([whose, cleared]).toEqual(['admin', false]);
});

test('Auth is told the caller’s address, with the key that it believes it of', async () => {
  const calls: Headers[] = [];
  site.gateway.auth = ({ headers }) => void calls.push(headers);

  await visit(expired(signedIn), `1.2.3.4, ${ADDRESS}`);

  expect(calls).toHaveLength(2);
  for (const headers of calls) {
    expect(headers.get('sb-forwarded-for')).toBe(ADDRESS);
    expect(headers.get('apikey')).toBe(site.keys.SUPABASE_SERVICE_ROLE_KEY);
  }
});

const failedSignIn = z.object({
  requestId: z.uuid(),
  accountHash: z.string(),
  addressHash: z.string(),
});

test('the log tells an admin who mistypes from somebody who guesses at accounts', async () => {
  for (const email of ['admin@club.example', 'Admin@club.example', 'other@club.example']) {
    expect(await signIn(email, 'not the password')).toEqual({ is: 'wrong-credentials' });
  }

  const lines = logged.filter((line) => line.includes('session.wrong_credentials'));
  const [first, again, other] = lines.map((line) => failedSignIn.parse(JSON.parse(line)));
  expect(again?.accountHash).toBe(first?.accountHash);
  expect(other?.accountHash).not.toBe(first?.accountHash);
  expect(other?.addressHash).toBe(first?.addressHash);
  expect(lines.join()).not.toMatch(/club\.example/i);
});
