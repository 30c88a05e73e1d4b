/** What the environments of site and worker have in common. */
import { z } from 'zod';
import { INVALIDATION_PATH } from './invalidation.ts';

/** An environment that a process cannot run in. The message names each variable and its cure. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses an environment; an empty variable is unset, as a dashboard shows one that was left out.
 * Throws ConfigurationError, which never says a value: it may be a secret.
 */
export function parseEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment,
): z.infer<Schema> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(parsed.error.issues.map(({ message }) => message).join('\n'));
}

/** Whether a host is this machine: what goes there passes no network. */
export const isThisMachine = (hostname: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Whether what is sent there is encrypted, or does not leave this machine. */
export const isSafeToSendTo = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));

/** An address that secrets are sent to. `error` says what it must be. */
export const safeAddress = (error: string) =>
  z
    .string({ error })
    .refine((address) => URL.canParse(address) && isSafeToSendTo(new URL(address)), { error });

export const supabaseUrl = safeAddress(
  'SUPABASE_URL must be the URL of the Supabase project: https://<ref>.supabase.co',
);

const INVALIDATION_URL = `CACHE_INVALIDATION_URL must be https://<the site>${INVALIDATION_PATH}`;

export const cacheInvalidationUrl = safeAddress(INVALIDATION_URL).refine(
  (address) => new URL(address).pathname + new URL(address).search === INVALIDATION_PATH,
  { error: INVALIDATION_URL },
);

export const logLevel = z
  .enum(['debug', 'info', 'warn', 'error'], {
    error: 'LOG_LEVEL must be debug, info, warn or error',
  })
  .default('info');
