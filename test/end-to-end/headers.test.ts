import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { PUBLIC_POLICY, SECURITY_HEADERS } from '../../src/security-headers.ts';
import { PUBLIC_ROUTES } from '../browser/public-routes.ts';
import { runningStack, signInAdmin } from '../stack.ts';

const stack = runningStack();
let cookie = '';
beforeAll(async () => {
  cookie = await signInAdmin(stack);
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${stack.webUrl}${path}`, { redirect: 'manual', ...init });

/** A script of the site's, whatever the build calls it. */
async function aScript(): Promise<string> {
  const page = await (await ask('/')).text();
  return /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? 'no script';
}

const PUBLIC: [string, number][] = [
  ...PUBLIC_ROUTES.map(({ path }): [string, number] => [path, 200]),
  ['/icon.svg', 200],
  ['/nowhere', 404],
  ['/players/nobody', 404],
  ['/api/health', 200],
  ['/api/nowhere', 404],
  ['/api/admin/background-jobs', 401],
  ['/_next/static/nowhere.js', 404],
  ['/_next/image?url=https://evil.example/a.png&w=64&q=75', 400],
];

test.each(PUBLIC)('%s says how it is to be treated', async (path, status) => {
  const response = await ask(path);

  expect(response.status).toBe(status);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    ...SECURITY_HEADERS,
    'content-security-policy': PUBLIC_POLICY,
  });
  expect(response.headers.get('x-powered-by')).toBeNull();
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('so does a script', async () => {
  const { status, headers } = await ask(await aScript());

  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject(SECURITY_HEADERS);
});

test.each([
  ['/sign-in', false],
  ['/admin/info', true],
  ['/admin/nowhere', true],
])('%s lets scripts in by a nonce of their own and is kept nowhere', async (path, signedIn) => {
  const { headers } = await ask(path, { headers: signedIn ? { cookie } : {} });

  expect(Object.fromEntries(headers)).toMatchObject({
    ...SECURITY_HEADERS,
    'cache-control': expect.stringContaining('no-store'),
  });
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'/);
  expect(policy).toContain("form-action 'self'");
  for (const closed of ['object-src', 'frame-src', 'base-uri', 'frame-ancestors']) {
    expect(policy).toContain(`${closed} 'none'`);
  }
});

test('a redirect to sign in says so too', async () => {
  const { status, headers } = await ask('/admin/info');

  expect([status, headers.get('location')]).toEqual([307, '/sign-in']);
  expect(Object.fromEntries(headers)).toMatchObject(SECURITY_HEADERS);
});

test('both policies keep everything to the site itself', () => {
  for (const source of ["default-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
    expect(PUBLIC_POLICY).toContain(source);
  }
  expect(PUBLIC_POLICY).not.toMatch(/https?:|\*|unsafe-eval/);
});

// What a stranger can send with a request and a cache would not look at.
test.each<[string, Record<string, string>]>([
  ['x-forwarded-host', { 'x-forwarded-host': 'evil.example' }],
  ['x-forwarded-proto', { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' }],
  ['x-host', { 'x-host': 'evil.example', 'x-original-url': '/admin/info' }],
  ['x-rewrite-url', { 'x-rewrite-url': '/evil.example' }],
  ['x-middleware', { 'x-middleware-subrequest': 'src/proxy', 'x-nonce': 'evil.example' }],
  ['a policy', { 'content-security-policy': "script-src 'nonce-evil.example'" }],
  ['a cookie', { cookie: `evil.example=${'x'.repeat(3_000)}` }],
])('%s of one visitor is on nobody’s page', async (_, headers) => {
  for (const path of ['/', '/players/1', '/matches', '/rules?x=evil']) {
    const asked = await ask(path, { headers });
    const next = await ask(path);

    expect(asked.status).toBe(200);
    expect(await asked.text()).not.toContain('evil.example');
    expect(next.status).toBe(200);
    expect(await next.text()).not.toContain('evil.example');
  }
});

test('what a page’s script asks for is never kept as the page', async () => {
  const rsc = await ask('/players/2?_rsc=abc', { headers: { rsc: '1' }, redirect: 'follow' });
  const page = await ask('/players/2');

  expect(rsc.headers.get('content-type')).toContain('text/x-component');
  expect(rsc.headers.get('vary')?.toLowerCase()).toContain('rsc');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toMatch(/^<!DOCTYPE html>/);
});

/** Spellings under which a page might be found by the router and not by its guard. */
const WAYS_TO_ADMIN = [
  '/admin/info',
  '/admin/settings',
  '//admin/info',
  '/admin//info',
  '/%61dmin/info',
  '/admin%2Finfo',
  '/Admin/info',
  '/admin/info.rsc',
  '/admin/info.segments/_tree.segment.rsc',
  '/admin/info;x',
  '/admin/info?_rsc=x',
  '/_next/data/x/admin/info.json',
];

test.each<[Record<string, string>]>([
  [{ 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' }],
  [{ 'x-middleware-subrequest': 'proxy' }],
  [{ 'x-middleware-next': '1', 'x-nonce': 'x' }],
  [{ 'x-original-url': '/', 'x-rewrite-url': '/' }],
  [{ rsc: '1' }],
  [{ rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
])('%j opens none of the admin’s pages', async (headers) => {
  for (const path of WAYS_TO_ADMIN) {
    const response = await ask(path, { headers });

    expect(response.status, path).toBeGreaterThanOrEqual(300);
    expect(await response.text()).not.toMatch(/Control room|Sign out/);
  }
});

test.each(['<script>alert(1)</script>', 'x'.repeat(10_000)])(
  'a request id that is none is replaced: %.10s',
  async (requestId) => {
    const response = await ask('/api/health', { headers: { 'x-request-id': requestId } });

    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test('cookies beyond measure are refused, and the next visitor is served', async () => {
  const refused = await ask('/', { headers: { cookie: `a=${'x'.repeat(20_000)}` } });

  expect(refused.status).toBe(431);
  expect((await ask('/')).status).toBe(200);
});

test('a visitor who never ends a request keeps nobody waiting', async () => {
  const { hostname, port } = new URL(stack.webUrl);
  const slow = Array.from({ length: 50 }, () => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(
      `POST /api/admin/players HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 999\r\n\r\n{`,
    );
    return socket;
  });
  await Promise.all(slow.map((socket) => once(socket, 'connect')));

  const answers = await Promise.all(['/', '/api/ready', '/players'].map((path) => ask(path)));

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const socket of slow) socket.destroy();
});
