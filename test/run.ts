/**
 * `npm test`: everything. The tests that need no stack run while one starts, and so does the chaos
 * suite, which has its own; then the tests against the running stack, then the browser's.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startStack } from './start-stack.ts';

const ENTRY = { vitest: 'vitest/vitest.mjs', playwright: '@playwright/test/cli.js' } as const;

const stack = await startStack();
let passed = false;
try {
  const alone = run('vitest', ['run', '--project', 'unit', '--project', 'sql']);
  const chaos = run('vitest', ['run', '--project', 'chaos'], 'when it has ended');
  await Promise.all([stack.ready, alone, chaos]);
  const onStack = await run('vitest', ['run', '--project', 'stack']);
  const browser = await run('playwright', ['test']);
  passed = (await alone) && (await chaos) && onStack && browser;
} finally {
  const code = await stack.stop(!passed);
  process.exitCode = passed && code === 0 ? 0 : 1;
}

/** Runs one of the project's tools to its end, and shows what it says; whether it was content. */
async function run(
  tool: keyof typeof ENTRY,
  args: string[],
  shown: 'at once' | 'when it has ended' = 'at once',
): Promise<boolean> {
  const entry = join('node_modules', ENTRY[tool]);
  const output = shown === 'at once' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [entry, ...args], {
    env: stack.env,
    stdio: ['ignore', output, output],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => said.push(chunk));
  }
  await once(child, 'close');
  process.stdout.write(Buffer.concat(said));
  return child.exitCode === 0;
}
