import { z } from 'zod';
import { logLevel, parseEnvironment, supabaseUrl } from '../jobs/environment.ts';

const secret = (name: string) =>
  z
    .string({ error: `${name} is missing: make one with \`openssl rand -hex 32\`` })
    .min(32, `${name} is too short: 32 characters or more, e.g. \`openssl rand -hex 32\``);

const flag = (name: string) =>
  z
    .enum(['true', 'false'], { error: `${name} must be \`true\`, \`false\` or unset` })
    .transform((value) => value === 'true')
    .optional();

/** What the site reads from its environment, and nothing else. */
export const webEnv = z.object({
  SUPABASE_URL: supabaseUrl,
  SUPABASE_PUBLISHABLE_KEY: z.string({
    error: 'SUPABASE_PUBLISHABLE_KEY is missing: see the project’s API keys',
  }),
  SUPABASE_SERVICE_ROLE_KEY: z
    .string({
      error: 'SUPABASE_SERVICE_ROLE_KEY is missing: a secret (sb_secret_…) or service-role key',
    })
    .min(20, 'SUPABASE_SERVICE_ROLE_KEY is too short to be a key'),
  INTERNAL_API_KEY: secret('INTERNAL_API_KEY'),
  CRON_SECRET: secret('CRON_SECRET'),
  USE_BG_JOBS_GLOBAL: flag('USE_BG_JOBS_GLOBAL'),
  USE_BG_JOBS_ADMIN: flag('USE_BG_JOBS_ADMIN'),
  USE_BG_JOBS_CRON: flag('USE_BG_JOBS_CRON'),
  USE_BG_JOBS_MATCH: flag('USE_BG_JOBS_MATCH'),
  LOG_LEVEL: logLevel,
});
export type WebEnv = z.infer<typeof webEnv>;

/** Parses the site's environment; throws ConfigurationError. */
export const parseWebEnv = (environment: Record<string, string | undefined>): WebEnv =>
  parseEnvironment(webEnv, environment);
