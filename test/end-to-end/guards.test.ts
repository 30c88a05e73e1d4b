import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureUser } from '../../local/auth-users.ts';
import { errorAnswer } from '../../src/jobs/job-view.ts';
import { SECURITY_HEADERS } from '../../src/security-headers.ts';
import { API_ROUTES, METHODS, type Method, pathOf } from '../api-routes.ts';
import { leaksIn, wholeAnswer } from '../leaks.ts';
import { connect, cookieAt, fromPage, runningStack, signIn, signInAdmin } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
const player = { email: 'guarded@berkotnf.test', password: randomUUID() };
let admin = '';
let nobody = '';

beforeAll(async () => {
  await ensureUser(sql, player);
  [admin, nobody] = await Promise.all([signInAdmin(stack), signIn(stack, player)]);
});
afterAll(() => sql.end());

const { secretKey, internalApiKey, cronSecret, adminPassword } = stack;
const SECRETS = { secretKey, internalApiKey, cronSecret, adminPassword, player: player.password };

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const page = (cookie: string) => fromPage(stack.webUrl, cookie);
const without = <Name extends string>(headers: Record<string, string>, name: Name) =>
  Object.fromEntries(Object.entries(headers).filter(([given]) => given !== name));

/** How much there is of whatever a route could change. */
async function everything() {
  const [row] = await sql`
    select (select version from public.source_version) as version,
           (select count(*) from public.admin_change) as changes,
           (select count(*) from public.job_trigger) as triggers,
           (select count(*) from public.background_job_status) as jobs,
           (select count(*) from public.planned_matches) as plans`;
  return row;
}

/** Sends a request that must be refused like this, in the one shape, changing and telling nothing. */
async function expectRefused(
  [method, path]: readonly [Method, string],
  { headers, body }: { headers: Record<string, string>; body?: string },
  [status, code]: readonly [number, string],
): Promise<void> {
  const before = await everything();

  const response = await fetch(new URL(path, stack.webUrl), {
    method,
    headers,
    redirect: 'manual',
    ...(method !== 'GET' && { body: body ?? '{}' }),
  });

  const answer = await wholeAnswer(response.clone());
  expect(response.status, answer).toBe(status);
  const { error, requestId } = errorAnswer.parse(await response.json());
  expect(error.code).toBe(code);
  expect(response.headers.get('x-request-id')).toBe(requestId);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(Object.fromEntries(response.headers)).toMatchObject(SECURITY_HEADERS);
  expect(leaksIn(answer, SECRETS)).toEqual([]);
  expect(await everything()).toEqual(before);
}

const every = Object.entries(API_ROUTES).flatMap(([route, methods]) =>
  METHODS.map((method) => ({ route, method, guarded: methods[method] })),
);
const guardedBy = (by: string) =>
  every
    .filter(({ guarded }) => guarded?.by === by)
    .map(({ route, method, guarded }) => ({
      name: `${method} ${route}`,
      to: [method, pathOf(route)] as const,
      changes: method !== 'GET',
      reads: guarded?.reads === true,
    }));

describe.each(guardedBy('admin'))('$name', ({ to, changes, reads }) => {
  test('is for signed-in admins', async () => {
    const none = `${cookieAt(stack.webUrl).name}=none`;

    await expectRefused(to, { headers: without(page(''), 'cookie') }, [401, 'unauthorized']);
    await expectRefused(to, { headers: page(none) }, [401, 'unauthorized']);
    await expectRefused(to, { headers: page(nobody) }, [403, 'forbidden']);
  });

  test.runIf(changes)('is not for another site’s page, whoever is signed in', async () => {
    const foreign = { ...page(admin), origin: 'https://evil.example' };

    await expectRefused(to, { headers: foreign }, [403, 'forbidden']);
    await expectRefused(to, { headers: without(page(admin), 'origin') }, [403, 'forbidden']);
    await expectRefused(to, { headers: { ...page(admin), 'sec-fetch-site': 'same-site' } }, [
      403,
      'forbidden',
    ]);
  });

  test.runIf(reads)('reads JSON that is whole, called so and not too long', async () => {
    const form = { ...page(admin), 'content-type': 'application/x-www-form-urlencoded' };
    const text = { ...page(admin), 'content-type': 'text/plain; boundary=application/json' };
    const long = JSON.stringify({ pad: 'x'.repeat(20_000) });

    await expectRefused(to, { headers: form, body: 'requestId=1' }, [415, 'not_json']);
    await expectRefused(to, { headers: text, body: '{"a":1}' }, [415, 'not_json']);
    await expectRefused(to, { headers: page(admin), body: long }, [413, 'too_large']);
    await expectRefused(to, { headers: page(admin), body: '{"a":' }, [400, 'malformed_json']);
    await expectRefused(to, { headers: page(admin), body: '[]' }, [400, 'invalid_request']);
    await expectRefused(to, { headers: page(admin), body: '{"__proto__":{"role":"admin"}}' }, [
      400,
      'invalid_request',
    ]);
  });
});

describe.each([
  ...guardedBy('CRON_SECRET').map((one) => ({ ...one, secret: cronSecret, other: internalApiKey })),
  ...guardedBy('INTERNAL_API_KEY').map((one) => ({
    ...one,
    secret: internalApiKey,
    other: cronSecret,
  })),
])('$name', ({ to, reads, secret, other }) => {
  test('is for who bears its secret, whole and alone; a session does not do', async () => {
    const refused = [401, 'unauthorized'] as const;

    await expectRefused(to, { headers: {} }, refused);
    for (const given of [other, secret.slice(1), `${secret}x`, '', 'undefined']) {
      await expectRefused(to, { headers: bearer(given) }, refused);
    }
    await expectRefused(to, { headers: { authorization: secret } }, refused);
    await expectRefused(to, { headers: page(admin) }, refused);
  });

  test.runIf(reads)('reads JSON that is whole, called so and not too long', async () => {
    const json = { ...bearer(secret), 'content-type': 'application/json' };
    const long = JSON.stringify({ pad: 'x'.repeat(20_000) });

    await expectRefused(to, { headers: bearer(secret), body: '{}' }, [415, 'not_json']);
    await expectRefused(to, { headers: json, body: long }, [413, 'too_large']);
    await expectRefused(to, { headers: json, body: '{' }, [400, 'malformed_json']);
    await expectRefused(to, { headers: json, body: '{}' }, [400, 'invalid_request']);
  });
});

describe.each(
  every
    .filter(({ guarded }) => guarded === undefined)
    .map(({ route, method }) => ({ route, method })),
)('$method $route', ({ route, method }) => {
  test('is no method of it, which it says, with those it has', async () => {
    await expectRefused([method, pathOf(route)], { headers: page(admin) }, [
      405,
      'method_not_allowed',
    ]);

    const { headers } = await fetch(new URL(pathOf(route), stack.webUrl), { method });
    expect(headers.get('allow')).toBe(Object.keys(API_ROUTES[route] ?? {}).join(', '));
  });
});

test('an admin who is one no more is out at once', async () => {
  const former = { email: 'former@berkotnf.test', password: randomUUID() };
  await ensureUser(sql, { ...former, role: 'admin' });
  const headers = page(await signIn(stack, former));
  const jobs = () => fetch(new URL('/api/admin/background-jobs', stack.webUrl), { headers });
  expect((await jobs()).status).toBe(200);

  await ensureUser(sql, former);

  expect((await jobs()).status).toBe(403);
  const info = await fetch(new URL('/admin/info', stack.webUrl), { headers, redirect: 'manual' });
  expect([info.status, info.headers.get('location')]).toEqual([307, '/sign-in']);
});
