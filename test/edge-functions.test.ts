import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STATS_FUNCTIONS } from '../src/jobs/stats-functions.ts';
import { serviceKeyOf, serviceKeys } from '../supabase/functions/_shared/service-key.ts';

const FUNCTIONS = join('supabase', 'functions');
const names = STATS_FUNCTIONS.map(({ edgeFunction }) => edgeFunction).toSorted();

describe('the edge functions of the stats functions', () => {
  test('are the folders that are there', () => {
    const folders = readdirSync(FUNCTIONS).filter((name) => !name.startsWith('_'));

    expect(folders.toSorted()).toEqual(names);
  });

  test.each(STATS_FUNCTIONS)(
    '$edgeFunction runs $rpc and nothing else',
    ({ edgeFunction, rpc }) => {
      const source = readFileSync(join(FUNCTIONS, edgeFunction, 'index.ts'), 'utf8');

      expect(source).toBe(
        [
          "import { statsFunction } from '../_shared/stats-function.ts';",
          '',
          `Deno.serve(statsFunction('${rpc}'));`,
          '',
        ].join('\n'),
      );
    },
  );

  test('are all let past the gateway, which takes a secret key for a bad JWT', () => {
    const config = readFileSync(join('supabase', 'config.toml'), 'utf8');
    const open = config.matchAll(/^\[functions\.(.+)\]\nverify_jwt = false$/gm);

    expect([...open].map(([, name]) => name).toSorted()).toEqual(names);
  });

  test('use the supabase-js that everything else uses', () => {
    const source = readFileSync(join(FUNCTIONS, '_shared', 'call-rpc.ts'), 'utf8');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

    expect(source).toContain(
      `'npm:@supabase/supabase-js@${dependencies['@supabase/supabase-js']}'`,
    );
  });
});

describe('a project’s service keys', () => {
  const keysIn = (env: Record<string, string>) => serviceKeys(new Map(Object.entries(env)));

  test('are the legacy one and every secret one', () => {
    const keys = keysIn({
      SUPABASE_SERVICE_ROLE_KEY: 'eyJ.legacy.key',
      SUPABASE_SECRET_KEYS: '{"default": "sb_secret_one", "worker": "sb_secret_two"}',
    });

    expect(keys).toEqual(['eyJ.legacy.key', 'sb_secret_one', 'sb_secret_two']);
  });

  test.each([
    ['neither variable', {}],
    ['both empty', { SUPABASE_SERVICE_ROLE_KEY: '', SUPABASE_SECRET_KEYS: '' }],
    ['a dictionary of nothing', { SUPABASE_SECRET_KEYS: '{"default": ""}' }],
  ])('are missed aloud: %s', (_, env) => {
    expect(() => keysIn(env)).toThrow(/SUPABASE_SERVICE_ROLE_KEY/);
  });

  test.each(['sb_secret_one', '"sb_secret_one"', 'null'])(
    'are not in %s, which is said without saying it',
    (value) => {
      expect(() => keysIn({ SUPABASE_SECRET_KEYS: value })).toThrow(
        /^SUPABASE_SECRET_KEYS must be a JSON object of keys by name$/,
      );
    },
  );
});

describe('a request', () => {
  const KEYS = ['eyJ.legacy.key', 'sb_secret_one'];
  const keyIn = (headers: Record<string, string>) =>
    serviceKeyOf(new Request('http://localhost', { headers }), KEYS);

  test.each([
    ['as apikey', { apikey: 'sb_secret_one' }, 'sb_secret_one'],
    ['as bearer token', { authorization: 'Bearer eyJ.legacy.key' }, 'eyJ.legacy.key'],
    [
      'as apikey, beside a user’s token',
      { apikey: 'sb_secret_one', authorization: 'Bearer eyJ.some.user' },
      'sb_secret_one',
    ],
    [
      'as bearer token, beside the public key',
      { apikey: 'sb_publishable_x', authorization: 'Bearer sb_secret_one' },
      'sb_secret_one',
    ],
  ])('carries a service key %s', (_, headers, key) => {
    expect(keyIn(headers)).toBe(key);
  });

  test.each([
    ['no key at all', {}],
    ['empty ones', { apikey: '', authorization: 'Bearer ' }],
    ['another secret key', { apikey: 'sb_secret_two' }],
    ['the beginning of one', { apikey: 'sb_secret_on' }],
    ['one with more behind it', { apikey: 'sb_secret_one!' }],
    ['one by another scheme', { authorization: 'Basic sb_secret_one' }],
  ])('with %s carries none', (_, headers) => {
    expect(keyIn(headers)).toBeUndefined();
  });
});
