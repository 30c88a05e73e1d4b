import { expect, test } from 'vitest';
import { TRIGGERS, type Trigger } from '../jobs/payload.ts';
import { parseWebEnv } from './env.ts';
import { flagsInForce, pathFor } from './feature-flags.ts';

const OWN = {
  admin: 'USE_BG_JOBS_ADMIN',
  cron: 'USE_BG_JOBS_CRON',
  'post-match': 'USE_BG_JOBS_MATCH',
} as const;

function pathWith(trigger: Trigger, global?: string, own?: string) {
  const flags = parseWebEnv({
    SUPABASE_URL: 'http://127.0.0.1:1',
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
    SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_0123456789',
    INTERNAL_API_KEY: 'i'.repeat(32),
    CRON_SECRET: 'c'.repeat(32),
    ...(global === undefined ? {} : { USE_BG_JOBS_GLOBAL: global }),
    ...(own === undefined ? {} : { [OWN[trigger]]: own }),
  });
  return pathFor(trigger, flags);
}

for (const trigger of TRIGGERS) {
  test.each([
    // global, own, path
    [undefined, undefined, 'edge-functions'],
    [undefined, 'false', 'edge-functions'],
    [undefined, 'true', 'background-job'],
    ['', '', 'edge-functions'],
    ['true', undefined, 'background-job'],
    ['true', 'true', 'background-job'],
    ['true', 'false', 'edge-functions'],
    ['false', undefined, 'edge-functions'],
    ['false', 'false', 'edge-functions'],
    ['false', 'true', 'edge-functions'],
  ])(`${trigger}: global %s and own %s take the %s path`, (global, own, path) => {
    expect(pathWith(trigger, global, own)).toBe(path);
  });
}

test('one trigger’s flag does not move another', () => {
  const flags = {
    USE_BG_JOBS_GLOBAL: undefined,
    USE_BG_JOBS_ADMIN: undefined,
    USE_BG_JOBS_CRON: true,
    USE_BG_JOBS_MATCH: undefined,
  };

  expect(pathFor('admin', flags)).toBe('edge-functions');
});

test.each(['yes', 'TRUE', '1', 'on'])(
  'a flag that says %s stops the site and is named',
  (value) => {
    expect(() => pathWith('admin', value)).toThrow('USE_BG_JOBS_GLOBAL must be `true`, `false`');
  },
);

test('every flag is told, also one that is unset', () => {
  const flags = {
    USE_BG_JOBS_GLOBAL: undefined,
    USE_BG_JOBS_ADMIN: false,
    USE_BG_JOBS_CRON: true,
    USE_BG_JOBS_MATCH: undefined,
  };

  expect(flagsInForce(flags)).toEqual([
    { name: 'USE_BG_JOBS_GLOBAL', value: null },
    { name: 'USE_BG_JOBS_ADMIN', value: false },
    { name: 'USE_BG_JOBS_CRON', value: true },
    { name: 'USE_BG_JOBS_MATCH', value: null },
  ]);
});
