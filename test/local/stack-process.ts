import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../local/ports.ts';
import { isAlive } from '../../local/processes.ts';
import { type StackFile, stackFile } from '../../tools/stack-file.ts';

/** A folder and ports of its own for a stack; its environment. */
export async function ownEnvironment(): Promise<Record<string, string>> {
  const ports = ['PORT', 'API_PORT', 'DB_PORT', 'WORKER_PORT', 'FUNCTIONS_PORT'];
  const own = await Promise.all(ports.map(async (name) => [name, String(await freePort())]));
  return {
    ...Object.fromEntries(own),
    LOCAL_DIR: mkdtempSync(join(tmpdir(), 'berkotnf-start-')),
    NODE_ENV: 'production',
    SEED: 'none',
    SUPABASE_URL: '',
  };
}

export interface StackProcess {
  readonly child: ChildProcess;
  /** All it has written. */
  output(): string;
  /** Resolves with its exit code, once all output is in. */
  readonly ended: Promise<number | null>;
  /** Resolves with what stack.json says, once it is ready; rejects when it ends before. */
  ready(): Promise<StackFile>;
  /** What stack.json says now. */
  stack(): StackFile;
}

/** `npm start`, without npm. */
export function startStack(env: Record<string, string>): StackProcess {
  const child = spawn(process.execPath, ['local/start.ts'], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'close').then(() => child.exitCode);
  const announced = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (/^ready in /m.test(output)) resolve();
      });
    }
    ended.then(() => reject(new Error(`It ended before it was ready:\n${output}`)));
  });
  // Who does not ask whether it is ready expects it not to be.
  announced.catch(() => {});
  const stack = () =>
    stackFile.parse(JSON.parse(readFileSync(join(env.LOCAL_DIR ?? '', 'stack.json'), 'utf8')));
  return { child, output: () => output, ended, stack, ready: () => announced.then(stack) };
}

/** Which of a stack's processes live. */
export const alive = ({ pids }: StackFile): string[] =>
  Object.entries(pids).flatMap(([name, pid]) => (pid !== null && isAlive(pid) ? [name] : []));
