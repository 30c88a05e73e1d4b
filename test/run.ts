/**
 * `npm test`: everything. The tests that need no stack run while one starts; then the tests against
 * the running stack, then the browser's. The stack is a fresh one, in a folder and on ports of its
 * own, started as a newcomer would start it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../local/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'berkotnf-stack-'));
const logFile = join(folder, 'stack.log');
const env = {
  ...process.env,
  NODE_ENV: undefined,
  LOCAL_DIR: join(folder, 'local'),
  STACK_FILE: join(folder, 'local', 'stack.json'),
  STACK_LOG: logFile,
  PORT: String(await freePort()),
  API_PORT: String(await freePort()),
  DB_PORT: String(await freePort()),
  WORKER_PORT: String(await freePort()),
  FUNCTIONS_PORT: String(await freePort()),
};

const stack = startStack();
try {
  const [ready, alone] = await Promise.all([
    stack.ready,
    run('vitest', ['run', '--project', 'unit', '--project', 'sql']),
  ]);
  if (!ready)
    throw new Error(`The stack did not start. Its output:\n${readFileSync(logFile, 'utf8')}`);
  const onStack = await run('vitest', ['run', '--project', 'stack']);
  const browser = await run('playwright', ['test']);
  process.exitCode = [alone, onStack, browser].every((code) => code === 0) ? 0 : 1;
} finally {
  const code = await stack.stop();
  if (code !== 0) {
    process.stderr.write(`The stack ended with code ${code}:\n${readFileSync(logFile, 'utf8')}`);
    process.exitCode = 1;
  } else if (process.exitCode === 0) {
    rmSync(folder, { recursive: true, force: true });
  } else {
    process.stderr.write(`The stack's log is kept: ${logFile}\n`);
  }
}

/** Runs one of the project's tools to its end; its exit code. */
function run(tool: 'vitest' | 'playwright', args: string[]): Promise<number> {
  const entry = { vitest: 'vitest/vitest.mjs', playwright: '@playwright/test/cli.js' }[tool];
  const child = spawn(process.execPath, [join('node_modules', entry), ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return exitOf(child);
}

function startStack() {
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, ['local/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = exitOf(child);
  const ready = new Promise<boolean>((resolve) => {
    let seen = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        log.write(chunk);
        seen = (seen + chunk.toString()).slice(-2_000);
        if (/^ready/m.test(seen)) resolve(true);
      });
    }
    exited.then(() => resolve(false));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  return { ready, stop };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
