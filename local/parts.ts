import { join } from 'node:path';
import { NEXT } from './artefacts.ts';
import type { Logs } from './logs.ts';
import { startPostgres } from './postgres.ts';
import { programPart } from './program-part.ts';
import type { Secrets } from './secrets.ts';
import { PROJECT_ROOT, type Settings } from './settings.ts';
import type { Part } from './supervisor.ts';

/** The embedded Postgres. */
export function databasePart({ localDir, ports }: Settings, password: string, logs: Logs): Part {
  const onLog = logs.of('db', 'nothing');
  return {
    name: 'db',
    needs: [],
    start: () =>
      startPostgres({ dataDir: join(localDir, 'postgres'), port: ports.db, password, onLog }),
  };
}

/** Supabase's API over the embedded Postgres. */
export function apiPart({ ports }: Settings, env: NodeJS.ProcessEnv, logs: Logs): Part {
  return programPart({
    name: 'api',
    needs: ['db'],
    args: [join(import.meta.dirname, 'api-server.ts')],
    env: { ...env, API_PORT: String(ports.api) },
    url: `http://127.0.0.1:${ports.api}/auth/v1/health`,
    graceMs: 1_500,
    onLine: logs.of('api', 'nothing'),
  });
}

/** All edge functions, in a Deno that may do what they need and nothing else. */
export function functionsPart(
  { mode, ports, deno, localDir }: Settings,
  { secretKey }: Secrets,
  logs: Logs,
): Part {
  return programPart({
    name: 'functions',
    needs: [],
    command: deno,
    args: [
      'run',
      ...(mode === 'dev' ? ['--watch'] : []),
      ...denoMay(ports),
      join('local', 'functions-server.ts'),
      String(ports.functions),
    ],
    env: {
      // As the platform sets them.
      SUPABASE_URL: `http://127.0.0.1:${ports.api}`,
      SUPABASE_SECRET_KEYS: JSON.stringify({ default: secretKey }),
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      DENO_DIR: join(localDir, 'deno'),
      DENO_NO_UPDATE_CHECK: '1',
      NO_COLOR: '1',
    },
    url: `http://127.0.0.1:${ports.functions}/`,
    graceMs: 1_500,
    onLine: logs.of('functions', shownIn(mode)),
  });
}

/** What Deno may do while it serves the edge functions, as its options. */
export function denoMay({ api, functions }: Pick<Settings['ports'], 'api' | 'functions'>) {
  return [
    '--no-prompt',
    // What they import is in node_modules or not at all.
    ...['--cached-only', '--no-remote', '--node-modules-dir=manual', '--no-lock'],
    `--allow-net=127.0.0.1:${functions},127.0.0.1:${api}`,
    '--allow-env=SUPABASE_URL,SUPABASE_SECRET_KEYS,SUPABASE_SERVICE_ROLE_KEY',
    '--allow-read=supabase/functions',
  ];
}

/**
 * Rendering leaves much garbage, and whenever it is cleared away the site stands still for some 20 ms. With
 * four times the room that Node.js gives (in MB) that is four times as rare.
 */
const ROOM_FOR_GARBAGE = '--max-semi-space-size=64';

/** The site. */
export function webPart(
  { mode, ports }: { mode: Settings['mode']; ports: Pick<Settings['ports'], 'web'> },
  env: NodeJS.ProcessEnv,
  logs: Logs,
  afterStart: () => Promise<void>,
): Part {
  const web = String(ports.web);
  const built = [ROOM_FOR_GARBAGE, join(PROJECT_ROOT, 'src', 'site-server.ts')];
  return programPart({
    name: 'web',
    needs: [],
    args: mode === 'dev' ? [NEXT, 'dev', '-H', '127.0.0.1', '-p', web] : [...built, web],
    env: {
      ...env,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: web,
      __NEXT_PRIVATE_ORIGIN: `http://127.0.0.1:${web}`,
    },
    url: `http://127.0.0.1:${ports.web}/api/health`,
    graceMs: 2_000,
    onLine: logs.of('web', shownIn(mode)),
    afterStart,
  });
}

/** One worker. */
export function workerPart({ mode, ports }: Settings, env: NodeJS.ProcessEnv, logs: Logs): Part {
  const built = ['--enable-source-maps', 'worker/dist/index.js'];
  return programPart({
    name: 'worker',
    needs: [],
    args: mode === 'dev' ? ['--watch', 'worker/src/index.ts'] : built,
    // Stopping the stack takes ten seconds at most: a job that takes longer is handed back.
    env: { ...env, PORT: String(ports.worker), SHUTDOWN_GRACE_SECONDS: '4' },
    url: `http://127.0.0.1:${ports.worker}/health`,
    graceMs: 6_000,
    onLine: logs.of('worker', shownIn(mode)),
  });
}

/** Who develops wants to see what happens; who tries it out, only what goes wrong. */
const shownIn = (mode: Settings['mode']) => (mode === 'dev' ? 'all' : 'warnings');
