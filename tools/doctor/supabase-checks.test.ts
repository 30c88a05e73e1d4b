import { expect, test } from 'vitest';
import type { Ask } from './ask.ts';
import { edgeFunctionsAreThere, signUpIsOff } from './supabase-checks.ts';

const secretKey = 'sb_secret_0123456789abcdef';

/** Edge functions that answer a call as `code` says, or their gateway in their stead. */
const answering =
  (code: (call: { method: string; headers: Headers }) => number): Ask =>
  async (_, init) => {
    const headers = new Headers(init?.headers);
    return { status: code({ method: init?.method ?? 'GET', headers }), headers, json: undefined };
  };

const ours = answering(({ method, headers }) => {
  if (method !== 'POST') return 405;
  return headers.get('apikey') === secretKey ? 200 : 401;
});
const closedGateway = answering(() => 401);

const look = (ask: Ask, keys: { secretKey?: string } = { secretKey }) =>
  edgeFunctionsAreThere({ ask, secretKey: keys.secretKey, publishableKey: undefined });

test('functions of ours are deployed, and closed', async () => {
  expect(await look(ours)).toEqual({ state: 'ok', says: '10 deployed, and closed' });
});

test('a gateway that keeps the site’s calls out is found', async () => {
  expect(await look(closedGateway)).toMatchObject({
    state: 'problem',
    says: expect.stringContaining('answered 401'),
    cure: expect.stringContaining('supabase/config.toml'),
  });
});

test('without the secret key a closed gateway cannot be told from the functions', async () => {
  expect(await look(closedGateway, {})).toEqual({
    state: 'ok',
    says: 'closed; whether the site reaches them is seen with SUPABASE_SERVICE_ROLE_KEY',
  });
});

test('looking runs no function', async () => {
  const run: string[] = [];
  await look(
    answering(({ method, headers }) => {
      if (method === 'POST' && headers.has('apikey')) run.push(method);
      return method === 'POST' ? 401 : 405;
    }),
  );

  expect(run).toEqual([]);
});

test.each([
  [{ disable_signup: true }, { state: 'ok', says: 'yes' }],
  [
    { disable_signup: false },
    { state: 'problem', cure: expect.stringContaining('Allow new users to sign up') },
  ],
  ['<h1>502</h1>', { state: 'not checked', says: expect.stringContaining('answered 200') }],
])('settings of Auth such as %j are understood', async (json, found) => {
  const ask: Ask = async () => ({ status: 200, headers: new Headers(), json });

  const finding = await signUpIsOff({ ask, publishableKey: 'sb_publishable_key', secretKey });

  expect(finding).toMatchObject(found);
});
