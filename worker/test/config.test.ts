import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { ConfigurationError } from '../../src/jobs/environment.ts';
import { parseConfig } from '../src/config.ts';

const GOOD = {
  SUPABASE_URL: 'http://127.0.0.1:54321',
  SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_0123456789abcdef',
  CACHE_INVALIDATION_URL: 'http://127.0.0.1:3000/api/internal/cache/invalidate',
  INTERNAL_API_KEY: 'i'.repeat(32),
};

test('what is not set has its default', () => {
  expect(parseConfig(GOOD)).toMatchObject({ leaseSeconds: 30, graceMs: 25_000, logLevel: 'info' });
});

test.each([
  'ALERT_WEBHOOK_URL',
  'METRICS_TOKEN',
  'LEASE_SECONDS',
  'SHUTDOWN_GRACE_SECONDS',
  'JOB_RETENTION_DAYS',
  'PORT',
  'LOG_LEVEL',
])('an empty %s is one that is not set', (name) => {
  const { workerId: _, ...unset } = parseConfig(GOOD);

  expect(parseConfig({ ...GOOD, [name]: '' })).toMatchObject(unset);
});

test('an empty WORKER_ID is one that is not set', () => {
  expect(parseConfig({ ...GOOD, WORKER_ID: '' }).workerId).toContain(hostname());
});

test('two workers given one label are told apart', () => {
  const [one, other] = [
    parseConfig({ ...GOOD, WORKER_ID: 'w' }),
    parseConfig({ ...GOOD, WORKER_ID: 'w' }),
  ];

  expect(one?.workerId).toMatch(/^w-[0-9a-f]{4}$/);
  expect(one?.workerId).not.toBe(other?.workerId);
});

test.each(Object.keys(GOOD))('a missing or an empty %s is named', (name) => {
  expect(() => parseConfig({ ...GOOD, [name]: undefined })).toThrow(name);
  expect(() => parseConfig({ ...GOOD, [name]: '' })).toThrow(name);
});

test.each([
  ['LEASE_SECONDS', '0'],
  ['LEASE_SECONDS', 'soon'],
  ['SHUTDOWN_GRACE_SECONDS', '1.5'],
  ['PORT', '99999'],
  ['LOG_LEVEL', 'loud'],
  ['METRICS_TOKEN', 'short'],
  ['ALERT_WEBHOOK_URL', 'hooks.example.com'],
  ['ALERT_WEBHOOK_URL', 'http://hooks.example.com/T0/secret'],
  ['SUPABASE_URL', 'http://db.example'],
  ['SUPABASE_URL', 'ftp://127.0.0.1'],
  ['CACHE_INVALIDATION_URL', 'http://club.example/api/internal/cache/invalidate'],
  ['CACHE_INVALIDATION_URL', 'ftp://club.example/api/internal/cache/invalidate'],
  ['CACHE_INVALIDATION_URL', 'https://club.example'],
  ['CACHE_INVALIDATION_URL', 'https://club.example/api/internal/cache/invalidate/'],
  ['CACHE_INVALIDATION_URL', 'https://club.example/api/internal/cache/invalidate?to=x'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => parseConfig({ ...GOOD, [name]: value })).toThrow(name);
});

test('a refused secret is not repeated', () => {
  const refusal = () => parseConfig({ ...GOOD, INTERNAL_API_KEY: 'hunter2' });

  expect(refusal).toThrow(ConfigurationError);
  expect(refusal).not.toThrow('hunter2');
});

test.each([
  ['https://hooks.example.com/T0/B0', 'https://hooks.example.com/T0/B0'],
  ['http://127.0.0.1:9/alert', 'http://127.0.0.1:9/alert'],
])('ALERT_WEBHOOK_URL=%s is taken as %s', (given, taken) => {
  expect(parseConfig({ ...GOOD, ALERT_WEBHOOK_URL: given }).alertWebhookUrl).toBe(taken);
});
