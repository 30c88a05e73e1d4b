/**
 * `npm test`: everything. The tests that need no stack run while one starts; then the tests against
 * the running stack, then the browser's.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { exitOf, startStack } from './start-stack.ts';

const ENTRY = { vitest: 'vitest/vitest.mjs', playwright: '@playwright/test/cli.js' } as const;

const stack = await startStack();
let passed = false;
try {
  const alone = run('vitest', ['run', '--project', 'unit', '--project', 'sql']);
  await Promise.all([stack.ready, alone]);
  const onStack = await run('vitest', ['run', '--project', 'stack']);
  const browser = await run('playwright', ['test']);
  passed = (await alone) && onStack && browser;
} finally {
  const code = await stack.stop(!passed);
  process.exitCode = passed && code === 0 ? 0 : 1;
}

/** Runs one of the project's tools to its end; whether it was content. */
async function run(tool: keyof typeof ENTRY, args: string[]): Promise<boolean> {
  const entry = join('node_modules', ENTRY[tool]);
  const child = spawn(process.execPath, [entry, ...args], {
    env: stack.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return (await exitOf(child)) === 0;
}
