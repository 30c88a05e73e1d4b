import { resolve } from 'node:path';
import { z } from 'zod';

const port = (name: string, usual: number) =>
  z.coerce
    .number({ error: `${name} must be a port number` })
    .int(`${name} must be a port number`)
    .min(1, `${name} must be a port number`)
    .max(65_535, `${name} must be a port number`)
    .default(usual);

const environment = z.object({
  PORT: port('PORT', 3000),
  API_PORT: port('API_PORT', 54_321),
  DB_PORT: port('DB_PORT', 54_322),
  FUNCTIONS_PORT: port('FUNCTIONS_PORT', 54_323),
  WORKER_PORT: port('WORKER_PORT', 10_000),
  DENO_PATH: z.string().default('node_modules/.bin/deno'),
  LOCAL_DIR: z.string().min(1).default('.local'),
  SEED: z.enum(['demo', 'none'], { error: 'SEED must be `demo`, `none` or unset' }).default('demo'),
  SUPABASE_URL: z.url({ error: 'SUPABASE_URL must be the URL of a Supabase project' }).optional(),
});

/** What `npm start` can be told, by environment variables. */
export interface Settings {
  readonly mode: 'start' | 'dev';
  readonly ports: {
    readonly web: number;
    readonly api: number;
    readonly db: number;
    readonly functions: number;
    readonly worker: number;
  };
  /** What runs the edge functions; absolute. */
  readonly deno: string;
  /** Where everything local is kept; absolute. */
  readonly localDir: string;
  readonly seed: 'demo' | 'none';
  /** A Supabase project to use instead of the embedded stack. */
  readonly supabaseUrl: string | undefined;
}

/** The project's root; absolute. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..');

/** @throws with a line per variable that makes no sense. */
export function parseSettings(
  env: Record<string, string | undefined>,
  args: readonly string[],
): Settings {
  // A variable set to nothing is one not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new Error([...new Set(parsed.error.issues.map(({ message }) => message))].join('\n'));
  }
  const { data } = parsed;
  const ports = {
    web: data.PORT,
    api: data.API_PORT,
    db: data.DB_PORT,
    functions: data.FUNCTIONS_PORT,
    worker: data.WORKER_PORT,
  };
  if (new Set(Object.values(ports)).size < Object.keys(ports).length) {
    throw new Error(
      'PORT, API_PORT, DB_PORT, FUNCTIONS_PORT and WORKER_PORT must all be different.',
    );
  }
  return {
    mode: args.includes('--dev') ? 'dev' : 'start',
    ports,
    deno: resolve(PROJECT_ROOT, data.DENO_PATH),
    localDir: resolve(PROJECT_ROOT, data.LOCAL_DIR),
    seed: data.SEED,
    supabaseUrl: data.SUPABASE_URL,
  };
}
