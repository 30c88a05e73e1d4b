import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureUser } from '../../local/auth-users.ts';
import { enqueueAnswer, errorAnswer } from '../../src/jobs/job-view.ts';
import { connect, cookieAt, fromPage, runningStack, signIn, signInAdmin } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
const player = { email: 'player@berkotnf.test', password: randomUUID() };
let admin = '';
let nobody = '';

beforeAll(async () => {
  await ensureUser(sql, player);
  [admin, nobody] = await Promise.all([signInAdmin(stack), signIn(stack, player)]);
});
afterAll(() => sql.end());

const ENQUEUE = '/api/admin/enqueue-stats-job';
const INVALIDATE = '/api/internal/cache/invalidate';
const CRON = '/api/admin/trigger-stats-update';

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

function call(path: string, init: RequestInit = {}) {
  return fetch(new URL(path, stack.webUrl), { redirect: 'manual', ...init });
}

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return call(path, {
    method: 'POST',
    headers: {
      origin: new URL(stack.webUrl).origin,
      'content-type': 'application/json',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const patchSettings = (changes: object[], cookie: string) =>
  call('/api/admin/settings', {
    method: 'PATCH',
    headers: fromPage(stack.webUrl, cookie),
    body: JSON.stringify({ requestId: randomUUID(), changes }),
  });

const click = (changes: object = {}) => ({
  triggeredBy: 'admin',
  requestId: randomUUID(),
  ...changes,
});

async function queueState() {
  const [row] = await sql`
    select (select count(*) from public.job_trigger) as triggers,
           (select count(*) from public.background_job_status) as jobs`;
  return row;
}

describe('what is refused', () => {
  const refusals: [string, () => Promise<Response>, number, string][] = [
    ['no session', () => post(ENQUEUE, click()), 401, 'unauthorized'],
    [
      'a session that is none',
      () => post(ENQUEUE, click(), { cookie: `${cookieAt(stack.webUrl).name}=x` }),
      401,
      'unauthorized',
    ],
    ['a user who is no admin', () => post(ENQUEUE, click(), { cookie: nobody }), 403, 'forbidden'],
    [
      'an admin’s request from another site',
      () => post(ENQUEUE, click(), { cookie: admin, origin: 'https://evil.example' }),
      403,
      'forbidden',
    ],
    [
      'a browser that says cross-site',
      () => post(ENQUEUE, click(), { cookie: admin, 'sec-fetch-site': 'cross-site' }),
      403,
      'forbidden',
    ],
    [
      'malformed JSON',
      () => post(ENQUEUE, '{"triggeredBy":', { cookie: admin }),
      400,
      'malformed_json',
    ],
    ['an empty body', () => post(ENQUEUE, '', { cookie: admin }), 400, 'malformed_json'],
    [
      'a body that is no object',
      () => post(ENQUEUE, [], { cookie: admin }),
      400,
      'invalid_request',
    ],
    [
      'an unknown field',
      () => post(ENQUEUE, click({ userId: randomUUID() }), { cookie: admin }),
      400,
      'invalid_request',
    ],
    [
      'a wrong type',
      () => post(ENQUEUE, click({ matchId: '7' }), { cookie: admin }),
      400,
      'invalid_request',
    ],
    [
      'a match id that no match can have',
      () => post(ENQUEUE, click({ matchId: 3e9 }), { cookie: admin }),
      400,
      'invalid_request',
    ],
    [
      'a request id that is none',
      () => post(ENQUEUE, click({ requestId: 'x' }), { cookie: admin }),
      400,
      'invalid_request',
    ],
    [
      'an unknown trigger',
      () => post(ENQUEUE, click({ triggeredBy: 'me' }), { cookie: admin }),
      400,
      'invalid_request',
    ],
    [
      'a huge body',
      () => post(ENQUEUE, click({ matchId: 1, pad: 'x'.repeat(1_000_000) }), { cookie: admin }),
      413,
      'too_large',
    ],
    [
      'a huge body without a session',
      () => post(ENQUEUE, 'x'.repeat(1_000_000)),
      401,
      'unauthorized',
    ],
    [
      'an admin who says cron',
      () => post(ENQUEUE, click({ triggeredBy: 'cron' }), { cookie: admin }),
      403,
      'forbidden',
    ],
    [
      'the cron secret for the admin’s button',
      () => post(ENQUEUE, click(), bearer(stack.cronSecret)),
      403,
      'forbidden',
    ],
    [
      'a wrong cron secret',
      () => post(ENQUEUE, click({ triggeredBy: 'cron' }), bearer('wrong')),
      401,
      'unauthorized',
    ],
    ['the nightly run without its secret', () => call(CRON), 401, 'unauthorized'],
    [
      'the nightly run with a wrong secret',
      () => call(CRON, { headers: bearer('x'.repeat(43)) }),
      401,
      'unauthorized',
    ],
    [
      'the nightly run with the internal key',
      () => call(CRON, { headers: bearer(stack.internalApiKey) }),
      401,
      'unauthorized',
    ],
    ['invalidating without a key', () => post(INVALIDATE, {}), 401, 'unauthorized'],
    [
      'invalidating with the cron secret',
      () => post(INVALIDATE, {}, bearer(stack.cronSecret)),
      401,
      'unauthorized',
    ],
    [
      'invalidating no tag',
      () =>
        post(
          INVALIDATE,
          { tags: [], source: 'test', requestId: randomUUID() },
          bearer(stack.internalApiKey),
        ),
      400,
      'invalid_request',
    ],
    [
      'a huge invalidation',
      () => post(INVALIDATE, 'x'.repeat(1_000_000), bearer(stack.internalApiKey)),
      413,
      'too_large',
    ],
    [
      'the job list without a session',
      () => call('/api/admin/background-jobs'),
      401,
      'unauthorized',
    ],
    [
      'the job list for a user who is no admin',
      () => call('/api/admin/background-jobs', { headers: { cookie: nobody } }),
      403,
      'forbidden',
    ],
    [
      'a filter that does not exist',
      () => call('/api/admin/background-jobs?status=lost', { headers: { cookie: admin } }),
      400,
      'invalid_request',
    ],
    [
      'retrying without a session',
      () => post(`/api/admin/background-jobs/${randomUUID()}/retry`, {}),
      401,
      'unauthorized',
    ],
    [
      'retrying what does not exist',
      () => post(`/api/admin/background-jobs/${randomUUID()}/retry`, {}, { cookie: admin }),
      404,
      'not_found',
    ],
    [
      'cancelling what cannot be an id',
      () => post('/api/admin/background-jobs/1/cancel', {}, { cookie: admin }),
      404,
      'not_found',
    ],
    ['an address that is no route', () => call('/api/nothing/here'), 404, 'not_found'],
    ['the API itself', () => post('/api', {}), 404, 'not_found'],
    [
      'the history of runs without a session',
      () => call('/api/admin/background-jobs/history'),
      401,
      'unauthorized',
    ],
    [
      'a cursor that is none',
      () => call('/api/admin/background-jobs?before=yesterday', { headers: { cookie: admin } }),
      400,
      'invalid_request',
    ],
    [
      'settings from a user who is no admin',
      () => patchSettings([{ key: 'fantasy_win_points', value: '1', seen: null }], nobody),
      403,
      'forbidden',
    ],
    [
      'a setting that does not exist',
      () => patchSettings([{ key: 'wins', value: '1', seen: null }], admin),
      400,
      'invalid_request',
    ],
    [
      'a setting that makes no sense',
      () => patchSettings([{ key: 'fantasy_win_points', value: 'ten', seen: null }], admin),
      400,
      'invalid_request',
    ],
    [
      'a setting that is not what its admin saw',
      () => patchSettings([{ key: 'fantasy_win_points', value: '1', seen: '999' }], admin),
      409,
      'changed_meanwhile',
    ],
    ['the edge functions without a session', () => post(CRON, {}), 401, 'unauthorized'],
    [
      'the edge functions for a user who is no admin',
      () => post(CRON, {}, { cookie: nobody }),
      403,
      'forbidden',
    ],
    [
      'the edge functions with the cron secret, which asks by GET',
      () => post(CRON, {}, bearer(stack.cronSecret)),
      401,
      'unauthorized',
    ],
    [
      'the edge functions from another site',
      () => post(CRON, {}, { cookie: admin, origin: 'https://evil.example' }),
      403,
      'forbidden',
    ],
    [
      'the edge functions with a request id that is none',
      () => post(CRON, { requestId: 'x' }, { cookie: admin }),
      400,
      'invalid_request',
    ],
  ];

  test.each(refusals)('%s', async (_, ask, status, code) => {
    const before = await queueState();

    const response = await ask();

    expect(response.status).toBe(status);
    const body = errorAnswer.parse(await response.json());
    expect(body.error.code).toBe(code);
    expect(body.requestId).toBe(response.headers.get('x-request-id'));
    expect(JSON.stringify(body)).not.toMatch(/select |insert |\bat .*\.js|sb_secret/i);
    expect(await queueState()).toEqual(before);
  });

  test('bad fields are named, one line each', async () => {
    const response = await post(
      ENQUEUE,
      { triggeredBy: 'me', requestId: 'x', matchId: 'y', extra: 1 },
      { cookie: admin },
    );

    const { error } = errorAnswer.parse(await response.json());
    expect(error.issues?.join('\n')).toMatch(
      /triggeredBy[\s\S]*requestId[\s\S]*matchId[\s\S]*extra/,
    );
  });

  test('only a failed job is retried, only a live one cancelled', async () => {
    const [done] = await sql`
      select id from public.background_job_status where status = 'completed' limit 1`;

    const retried = await post(
      `/api/admin/background-jobs/${done?.id}/retry`,
      {},
      { cookie: admin },
    );
    const cancelled = await post(
      `/api/admin/background-jobs/${done?.id}/cancel`,
      {},
      { cookie: admin },
    );

    expect([retried.status, cancelled.status]).toEqual([409, 409]);
    const { error } = errorAnswer.parse(await retried.json());
    expect(error.message).toContain('this one is completed');
  });
});

test('a tag of a newer worker that the site does not know keeps no other from being dropped', async () => {
  const response = await post(
    INVALIDATE,
    { tags: ['match_report', 'weather'], source: 'test', requestId: randomUUID() },
    bearer(stack.internalApiKey),
  );

  expect(response.status).toBe(207);
  expect(await response.json()).toMatchObject({
    success: false,
    invalidated_tags: ['match_report'],
    failed_tags: ['weather'],
  });
});

test('a request id goes in and comes out, and one that is none is replaced', async () => {
  const requestId = randomUUID();

  const known = await call('/api/health', { headers: { 'x-request-id': requestId } });
  const strange = await call('/api/health', { headers: { 'x-request-id': '<script>' } });

  expect(known.headers.get('x-request-id')).toBe(requestId);
  expect(strange.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('a retry is known by the id in its body, not by a header that a proxy may repeat', async () => {
  const failed = await sql<{ id: string }[]>`
    insert into public.background_job_status (job_payload, status, started_at, completed_at)
    values ('{}', 'failed', now(), now()) returning id`;
  const retry = async (body?: object) => {
    const response = await call(`/api/admin/background-jobs/${failed[0]?.id}/retry`, {
      method: 'POST',
      headers: { ...fromPage(stack.webUrl, admin), 'x-request-id': header },
      ...(body && { body: JSON.stringify(body) }),
    });
    return enqueueAnswer.parse(await response.json()).requestId;
  };
  const [header, own] = [randomUUID(), randomUUID()];

  const answered = [await retry(), await retry(), await retry({ requestId: own })];

  expect(new Set([header, ...answered]).size).toBe(4);
  expect(answered[2]).toBe(own);
  await sql`delete from public.background_job_status where id = ${failed[0]?.id ?? ''}`;
});

test('a method that a route has not is refused with those it has', async () => {
  const response = await post('/api/freshness', {});

  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET');
  const { error, requestId } = errorAnswer.parse(await response.json());
  expect(error.message).toBe('This route is for GET, not for POST.');
  expect(requestId).toBe(response.headers.get('x-request-id'));
});

test('asking for the headers of the nightly run starts none', async () => {
  const before = await queueState();

  const response = await call(CRON, { method: 'HEAD', headers: bearer(stack.cronSecret) });

  expect(response.status).toBe(405);
  expect(await queueState()).toEqual(before);
});

test.each(['/api/health', '/api/ready', '/api/freshness'])(
  '%s answers 200 to anyone',
  async (path) => {
    expect((await call(path)).status).toBe(200);
  },
);

test.each(['/health', '/ready'])('the worker answers %s with 200', async (path) => {
  expect((await fetch(new URL(path, stack.workerUrl))).status).toBe(200);
});

test('no secret has been logged', () => {
  const folder = join(dirname(process.env.STACK_FILE ?? ''), 'logs');
  const log = ['web', 'worker', 'api', 'db', 'functions']
    .map((part) => readFileSync(join(folder, `${part}.log`), 'utf8'))
    .join('');
  expect(log).toContain('request.answered');

  const { secretKey, internalApiKey, cronSecret, adminPassword } = stack;
  for (const secret of [secretKey, internalApiKey, cronSecret, adminPassword, player.password]) {
    expect(log.includes(secret)).toBe(false);
  }
  // A token of a session.
  expect(log).not.toMatch(/eyJ[\w-]{20,}\.[\w-]{20,}/);
});
