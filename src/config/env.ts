import { z } from 'zod';

const secret = (name: string) =>
  z
    .string({ error: `${name} is missing: make one with \`openssl rand -hex 32\`` })
    .min(32, `${name} is too short: 32 characters or more, e.g. \`openssl rand -hex 32\``);

const flag = (name: string) =>
  z
    .enum(['true', 'false', ''], { error: `${name} must be \`true\`, \`false\` or unset` })
    .optional()
    .transform((value) => (value ? value === 'true' : undefined));

/** What the site reads from its environment, and nothing else. */
export const webEnv = z.object({
  SUPABASE_URL: z.url({ error: 'SUPABASE_URL must be the URL of the Supabase project' }),
  SUPABASE_PUBLISHABLE_KEY: z
    .string({ error: 'SUPABASE_PUBLISHABLE_KEY is missing: see the project’s API keys' })
    .min(1, 'SUPABASE_PUBLISHABLE_KEY is empty'),
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
});
export type WebEnv = z.infer<typeof webEnv>;

/** The environment is not one the site can run in. The message names each variable and its cure. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Parses the site's environment. Never says a value, which may be a secret. */
export function parseWebEnv(environment: Record<string, string | undefined>): WebEnv {
  const parsed = webEnv.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(parsed.error.issues.map(({ message }) => message).join('\n'));
}
