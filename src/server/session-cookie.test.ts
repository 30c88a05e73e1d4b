import { expect, test } from 'vitest';
import { keptShorter, sessionCookie } from './session-cookie.ts';

const cookieFor = (headers: Record<string, string>) => sessionCookie(new Headers(headers));

test.each([
  ['club.example', 'https', { name: 'berkotnf-session', secure: true }],
  ['club.example', 'https,http', { name: 'berkotnf-session', secure: true }],
  ['127.0.0.1:3000', 'http', { name: 'berkotnf-session-3000', secure: false }],
  ['[::1]:3001', 'http', { name: 'berkotnf-session-3001', secure: false }],
])('at %s by %s it is %o', (host, protocol, cookie) => {
  expect(cookieFor({ host, 'x-forwarded-proto': protocol })).toMatchObject(cookie);
});

test('behind a proxy it is the address that the browser knows', () => {
  const headers = { host: '10.0.0.7:3000', 'x-forwarded-host': 'club.example' };

  expect(cookieFor(headers).name).toBe('berkotnf-session');
});

test('no script can read it, and no other site can send it with a form', () => {
  expect(cookieFor({ host: 'club.example' })).toMatchObject({ httpOnly: true, sameSite: 'lax' });
});

test('a browser keeps a session that it does not use for thirty days', () => {
  const month = 30 * 24 * 60 * 60;

  expect(keptShorter({ maxAge: 400 * 24 * 60 * 60, path: '/' })).toEqual({
    maxAge: month,
    path: '/',
  });
  expect(keptShorter({ maxAge: 0 })).toEqual({ maxAge: 0 });
});
