import { join } from 'node:path';
import { onceItAnswers } from './answers.ts';
import { NEXT } from './artefacts.ts';
import type { Logs } from './logs.ts';
import { startPostgres } from './postgres.ts';
import { startProcess } from './process-part.ts';
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

interface NodePart {
  readonly name: string;
  readonly needs: readonly string[];
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where it answers once it does its work. */
  readonly url: string;
  readonly graceMs: number;
  readonly onLine: (line: string) => void;
  /** Called each time it has (re)started. */
  readonly afterStart?: () => Promise<void>;
}

const STARTS_WITHIN_MS = 60_000;

function nodePart({ name, needs, args, env, url, graceMs, onLine, afterStart }: NodePart): Part {
  return {
    name,
    needs,
    async start(signal) {
      const command = process.execPath;
      const running = await startProcess({
        command,
        args,
        cwd: PROJECT_ROOT,
        env,
        graceMs,
        onLine,
      });
      await onceItAnswers(name, running, url, { signal, timeoutMs: STARTS_WITHIN_MS });
      try {
        await afterStart?.();
      } catch (error) {
        await running.stop();
        throw error;
      }
      return running;
    },
  };
}

/** Supabase's API over the embedded Postgres. */
export function apiPart({ ports }: Settings, env: NodeJS.ProcessEnv, logs: Logs): Part {
  return nodePart({
    name: 'api',
    needs: ['db'],
    args: [join(import.meta.dirname, 'api-server.ts')],
    env: { ...env, API_PORT: String(ports.api) },
    url: `http://127.0.0.1:${ports.api}/auth/v1/health`,
    graceMs: 1_500,
    onLine: logs.of('api', 'nothing'),
  });
}

/** The site. */
export function webPart(
  { mode, ports }: { mode: Settings['mode']; ports: Pick<Settings['ports'], 'web'> },
  env: NodeJS.ProcessEnv,
  logs: Logs,
  afterStart: () => Promise<void>,
): Part {
  return nodePart({
    name: 'web',
    needs: [],
    args: [NEXT, mode === 'dev' ? 'dev' : 'start', '-H', '127.0.0.1', '-p', String(ports.web)],
    env: {
      ...env,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
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
  return nodePart({
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
