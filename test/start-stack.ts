import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../local/ports.ts';

export interface StartedStack {
  /** For what runs against it: `STACK_FILE`. */
  env: NodeJS.ProcessEnv;
  /** Resolves once it is ready; rejects with its output if it ends before. */
  ready: Promise<void>;
  /** Stops it and waits for its end. Removes its folder when `keep` is false. The exit code. */
  stop: (keep: boolean) => Promise<number>;
}

/**
 * Starts the whole system as a newcomer would, in a folder and on ports of its own.
 *
 * @param settings variables beyond the shell's, e.g. `{ SEED: 'none' }`
 */
export async function startStack(
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedStack> {
  const folder = mkdtempSync(join(tmpdir(), 'berkotnf-stack-'));
  const logFile = join(folder, 'stack.log');
  const env = {
    ...process.env,
    ...settings,
    // Never a real project, whatever the shell has set.
    SUPABASE_URL: '',
    LOCAL_DIR: join(folder, 'local'),
    STACK_FILE: join(folder, 'local', 'stack.json'),
    PORT: String(await freePort()),
    API_PORT: String(await freePort()),
    DB_PORT: String(await freePort()),
    WORKER_PORT: String(await freePort()),
    FUNCTIONS_PORT: String(await freePort()),
  };
  const child = spawn(process.execPath, ['local/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = exitOf(child);
  const output = () => readFileSync(logFile, 'utf8');

  const ready = new Promise<void>((resolve, reject) => {
    const log = createWriteStream(logFile);
    let line = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        log.write(chunk);
        line = (line + chunk.toString()).slice(-500);
        if (/^ready/m.test(line)) resolve();
      });
    }
    exited.then(() => reject(new Error(`The stack did not start. Its output:\n${output()}`)));
  });

  const stop = async (keep: boolean) => {
    child.kill('SIGTERM');
    const code = await exited;
    if (code !== 0) process.stderr.write(`The stack ended with code ${code}:\n${output()}`);
    if (keep || code !== 0) process.stderr.write(`The stack's logs are kept: ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
    return code;
  };
  return { env, ready, stop };
}

/** The exit code of a process; 1 when a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
