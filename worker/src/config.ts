import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import {
  cacheInvalidationUrl,
  logLevel,
  parseEnvironment,
  safeAddress,
  supabaseUrl,
} from '../../src/jobs/environment.ts';
import { DEFAULT_LEASE_SECONDS } from '../../src/jobs/retry-policy.ts';

const seconds = (name: string, min: number, max: number) =>
  z.coerce
    .number({ error: `${name} must be a number of seconds` })
    .int(`${name} must be whole seconds`)
    .min(min, `${name} must be at least ${min} seconds`)
    .max(max, `${name} must be at most ${max} seconds`);

/** What the worker reads from its environment, and nothing else. */
export const workerEnvironment = z.object({
  SUPABASE_URL: supabaseUrl,
  SUPABASE_SERVICE_ROLE_KEY: z
    .string({
      error: 'SUPABASE_SERVICE_ROLE_KEY is missing: a secret (sb_secret_…) or service-role key',
    })
    .min(20, 'SUPABASE_SERVICE_ROLE_KEY is too short to be a key'),
  CACHE_INVALIDATION_URL: cacheInvalidationUrl,
  INTERNAL_API_KEY: z
    .string({ error: 'INTERNAL_API_KEY is missing: the same value as the site’s' })
    .min(32, 'INTERNAL_API_KEY is too short: 32 characters or more, the same as the site’s'),
  ALERT_WEBHOOK_URL: safeAddress(
    'ALERT_WEBHOOK_URL must be the https:// address of a webhook, or unset',
  ).optional(),
  METRICS_TOKEN: z
    .string()
    .min(32, 'METRICS_TOKEN is too short: 32 characters or more, or unset')
    .optional(),
  WORKER_ID: z
    .string()
    .max(80, 'WORKER_ID must have 80 characters at most')
    .default(`${hostname()}-${process.pid}`),
  LEASE_SECONDS: seconds('LEASE_SECONDS', 1, 600).default(DEFAULT_LEASE_SECONDS),
  SHUTDOWN_GRACE_SECONDS: seconds('SHUTDOWN_GRACE_SECONDS', 0, 290).default(25),
  JOB_RETENTION_DAYS: z.coerce
    .number({ error: 'JOB_RETENTION_DAYS must be a number of days' })
    .int('JOB_RETENTION_DAYS must be whole days')
    .min(1, 'JOB_RETENTION_DAYS must be at least 1 day')
    .max(3_650, 'JOB_RETENTION_DAYS must be at most 3650 days')
    .default(90),
  PORT: z.coerce
    .number({ error: 'PORT must be a port number' })
    .int()
    .min(0)
    .max(65_535, 'PORT must be a port number')
    .default(10_000),
  LOG_LEVEL: logLevel,
});

export interface WorkerConfig {
  supabaseUrl: string;
  serviceKey: string;
  invalidationUrl: string;
  internalApiKey: string;
  /** Where failed jobs are told of; null for nowhere. A secret. */
  alertWebhookUrl: string | null;
  /** What who reads the metrics must bear; null where only this machine may read them. */
  metricsToken: string | null;
  /** The label given, with a random end: two workers may be given the same. */
  workerId: string;
  leaseSeconds: number;
  graceMs: number;
  /** How long jobs that ended are kept. */
  retentionDays: number;
  port: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Parses the worker's environment; throws ConfigurationError. */
export function parseConfig(env: Record<string, string | undefined>): WorkerConfig {
  const data = parseEnvironment(workerEnvironment, env);
  return {
    supabaseUrl: data.SUPABASE_URL,
    serviceKey: data.SUPABASE_SERVICE_ROLE_KEY,
    invalidationUrl: data.CACHE_INVALIDATION_URL,
    internalApiKey: data.INTERNAL_API_KEY,
    alertWebhookUrl: data.ALERT_WEBHOOK_URL ?? null,
    metricsToken: data.METRICS_TOKEN ?? null,
    workerId: `${data.WORKER_ID}-${randomBytes(2).toString('hex')}`,
    leaseSeconds: data.LEASE_SECONDS,
    graceMs: data.SHUTDOWN_GRACE_SECONDS * 1000,
    retentionDays: data.JOB_RETENTION_DAYS,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
  };
}
