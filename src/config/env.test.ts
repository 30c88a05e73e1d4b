import { expect, test } from 'vitest';
import { ConfigurationError } from '../jobs/environment.ts';
import { parseWebEnv } from './env.ts';

const GOOD = {
  SUPABASE_URL: 'http://127.0.0.1:54321',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_key',
  SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_0123456789abcdef',
  INTERNAL_API_KEY: 'i'.repeat(32),
  CRON_SECRET: 'c'.repeat(32),
};

test('a complete environment is accepted', () => {
  expect(parseWebEnv(GOOD).SUPABASE_URL).toBe(GOOD.SUPABASE_URL);
});

test.each(Object.keys(GOOD))('a missing or an empty %s is named', (name) => {
  expect(() => parseWebEnv({ ...GOOD, [name]: undefined })).toThrow(name);
  expect(() => parseWebEnv({ ...GOOD, [name]: '' })).toThrow(name);
});

test('a short secret is refused, and its value is not repeated', () => {
  const short = 'hunter2';

  const refusal = () => parseWebEnv({ ...GOOD, CRON_SECRET: short });

  expect(refusal).toThrow(ConfigurationError);
  expect(refusal).toThrow(/CRON_SECRET is too short: 32 characters/);
  expect(refusal).not.toThrow(short);
});

test('every fault is told at once', () => {
  expect(() => parseWebEnv({})).toThrow(/SUPABASE_URL[\s\S]*INTERNAL_API_KEY[\s\S]*CRON_SECRET/);
});

test.each([
  ['SUPABASE_URL', 'http://db.example'],
  ['SUPABASE_URL', 'ftp://127.0.0.1'],
  ['LOG_LEVEL', 'verbose'],
  ['USE_BG_JOBS_GLOBAL', 'yes'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => parseWebEnv({ ...GOOD, [name]: value })).toThrow(name);
});

test.each(['USE_BG_JOBS_GLOBAL', 'LOG_LEVEL'])('an empty %s is unset', (name) => {
  expect(parseWebEnv({ ...GOOD, [name]: '' })).toEqual(parseWebEnv(GOOD));
});
