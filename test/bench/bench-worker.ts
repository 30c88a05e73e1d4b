import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '../../local/ports.ts';
import { eventually, type Stack } from '../stack.ts';
import { exitOf } from '../start-stack.ts';

export interface BenchWorker {
  readonly pid: number;
  /** Lets it end what it works on. */
  stop(): Promise<void>;
}

/**
 * Starts one more worker and resolves once it has asked for work.
 *
 * @param via where it finds the API and the site, when not where they are
 */
export async function startBenchWorker(
  stack: Stack,
  via: { apiUrl: string; webUrl: string } = stack,
): Promise<BenchWorker> {
  const port = await freePort();
  const child = spawn(process.execPath, ['worker/src/index.ts'], {
    env: {
      NODE_ENV: 'production',
      SUPABASE_URL: via.apiUrl,
      SUPABASE_SERVICE_ROLE_KEY: stack.secretKey,
      CACHE_INVALIDATION_URL: `${via.webUrl}/api/internal/cache/invalidate`,
      INTERNAL_API_KEY: stack.internalApiKey,
      WORKER_ID: 'bench',
      PORT: String(port),
    },
    // Its log is written as ever, and read by nobody.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = exitOf(child);
  const ready = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
    return answer?.ok ?? false;
  };
  await eventually(ready, Boolean);
  return {
    pid: pidOf(child),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Does `work` while the stack's own worker is held, so that it asks for nothing. */
export async function withoutOwnWorker<T>(stack: Stack, work: () => Promise<T>): Promise<T> {
  const { worker } = stack.pids;
  if (!worker) throw new Error('the stack has no worker to hold');
  process.kill(worker, 'SIGSTOP');
  try {
    return await work();
  } finally {
    process.kill(worker, 'SIGCONT');
  }
}

function pidOf({ pid }: ChildProcess): number {
  if (!pid) throw new Error('the worker was not started');
  return pid;
}
