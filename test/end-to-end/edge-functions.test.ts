import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClient } from '@supabase/supabase-js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ensureUser } from '../../local/auth-users.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { AGGREGATE_TABLES } from '../../tools/verify/aggregate-tables.ts';
import { connect, runningStack } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
const player = { email: 'edge-player@berkotnf.test', password: randomUUID() };
const withKey = { apikey: stack.secretKey };
let userToken = '';

beforeAll(async () => {
  await ensureUser(sql, player);
  const { data } = await anonymously().auth.signInWithPassword(player);
  userToken = data.session?.access_token ?? '';
});
afterAll(() => sql.end());

const stateless = { auth: { persistSession: false, autoRefreshToken: false } };
const anonymously = () => createClient(stack.apiUrl, stack.publishableKey, stateless);

function call(name: string, headers: Record<string, string>, method = 'POST') {
  return fetch(new URL(`/functions/v1/${name}`, stack.apiUrl), { method, headers });
}

/** The rows of the tables that one stats function writes. */
async function stored(tables: readonly string[]): Promise<unknown[]> {
  const read = tables.map(
    (table) => sql`select to_jsonb(t) as row from ${sql(`public.${table}`)} as t order by t::text`,
  );
  return (await Promise.all(read)).flatMap((rows) => rows.map(({ row }) => row));
}

describe.each(STATS_FUNCTIONS)('$edgeFunction', ({ edgeFunction, rpc, tags }) => {
  test('rebuilds its aggregate, and says how new it is', async () => {
    const requestId = randomUUID();
    await call(edgeFunction, withKey);
    const before = await stored(AGGREGATE_TABLES[rpc]);
    for (const table of AGGREGATE_TABLES[rpc]) await sql`delete from ${sql(`public.${table}`)}`;

    const response = await call(edgeFunction, { ...withKey, 'x-request-id': requestId });

    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toBe(requestId);
    const [noted] = await sql`
      select computed_version::int as source_version, computed_as_of::text as as_of
      from public.cache_metadata where cache_key = ${tags[0]}`;
    expect(await response.json()).toEqual({
      success: true,
      function: rpc,
      rows: before.length,
      ...noted,
      duration_ms: expect.any(Number),
      requestId,
    });
    expect(before.length).toBeGreaterThan(0);
    expect(await stored(AGGREGATE_TABLES[rpc])).toEqual(before);
  });

  test.each([
    ['no key', () => ({})],
    ['a wrong key', () => ({ apikey: `${stack.secretKey}x` })],
    ['the publishable key', () => ({ apikey: stack.publishableKey })],
    [
      'a signed-in user’s token',
      () => ({ apikey: stack.publishableKey, authorization: `Bearer ${userToken}` }),
    ],
  ])('refuses %s', async (_, headers) => {
    expect(userToken).not.toBe('');

    const response = await call(edgeFunction, headers());

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      success: false,
      error: { code: 'unauthorized', message: expect.stringContaining('service key') },
      requestId: response.headers.get('x-request-id'),
    });
  });

  test.each(['GET', 'PUT', 'DELETE'])('does not take a %s', async (method) => {
    const response = await call(edgeFunction, withKey, method);

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
  });
});

test('supabase-js calls a function by the URL of the project and the service key alone', async () => {
  const service = createClient(stack.apiUrl, stack.secretKey, stateless);

  const { data, error } = await service.functions.invoke('call-update-power-ratings', { body: {} });

  expect(error).toBeNull();
  expect(data).toMatchObject({ success: true, function: 'update_power_ratings' });
});

test('a request id that is none is replaced by one', async () => {
  const headers = { ...withKey, 'x-request-id': "'; drop table" };

  const response = await call('call-update-power-ratings', headers);

  const { requestId } = await response.json();
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.headers.get('x-request-id')).toBe(requestId);
});

test('a function that is not there is not found', async () => {
  for (const name of ['call-update-nothing', '_shared', '..%2f..%2fstart']) {
    expect((await call(name, withKey)).status).toBe(404);
  }
});

describe('an error of the database', () => {
  const RPC = 'update_power_ratings';
  const restore = () => sql.unsafe(readFileSync(`sql/stats/${RPC}.sql`, 'utf8'));
  afterEach(restore);

  /** The function does this instead. */
  const becomes = (body: string) =>
    sql.unsafe(`
      create or replace function public.${RPC}(p_as_of date default null) returns jsonb
      language plpgsql security definer set search_path = '' as $$ begin ${body} end $$`);

  test('is told in its own words, without its details', async () => {
    await becomes(`raise exception 'the ratings are on strike'
      using detail = 'a row that nobody may see', hint = 'ask sb_secret_planted';`);

    const response = await call('call-update-power-ratings', withKey);

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      success: false,
      error: { code: 'P0001', message: 'the ratings are on strike' },
      requestId: response.headers.get('x-request-id'),
    });
  });

  test('is told without the statement that failed', async () => {
    await becomes(`execute 'select 1 / (count(*) - count(*)) from public.players'; return null;`);

    const response = await call('call-update-power-ratings', withKey);

    expect(response.status).toBe(500);
    const told = await response.text();
    expect(JSON.parse(told)).toMatchObject({
      error: { code: '22012', message: 'division by zero' },
    });
    expect(told).not.toMatch(/select|players/);
  });

  test('and an answer that is none are told apart', async () => {
    await becomes(`return '{"rows": "many"}';`);

    const response = await call('call-update-power-ratings', withKey);

    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { code: 'unknown_answer' } });
  });
});
