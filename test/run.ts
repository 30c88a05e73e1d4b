/**
 * `npm test`: everything. The tests that need no stack run while one starts, and so does the chaos
 * suite, which has its own; then the tests against the running stack, then the browser's. What failed
 * on the way is told again at the end, where whoever waited for it looks.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startStack } from './start-stack.ts';

const ENTRY = { vitest: 'vitest/vitest.mjs', playwright: '@playwright/test/cli.js' } as const;

/** Both tools end with their failures. */
const LINES_TOLD_AGAIN = 80;

const stack = await startStack();
const failures: string[] = [];
let finished = false;
try {
  const alone = run('vitest', ['run', '--project', 'unit', '--project', 'sql']);
  const chaos = run('vitest', ['run', '--project', 'chaos'], 'when it has ended');
  await Promise.all([stack.ready, alone, chaos]);
  await run('vitest', ['run', '--project', 'stack']);
  await run('playwright', ['test']);
  finished = true;
} finally {
  const passed = finished && failures.length === 0;
  const code = await stack.stop(!passed);
  process.stdout.write(failures.join(''));
  process.exitCode = passed && code === 0 ? 0 : 1;
}

/** Runs one of the project's tools to its end, and shows what it says. */
async function run(
  tool: keyof typeof ENTRY,
  args: string[],
  shown: 'at once' | 'when it has ended' = 'at once',
): Promise<void> {
  const entry = join('node_modules', ENTRY[tool]);
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...stack.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said.push(chunk);
      if (shown === 'at once') process.stdout.write(chunk);
    });
  }
  await once(child, 'close');
  const output = Buffer.concat(said).toString();
  if (shown === 'when it has ended') process.stdout.write(output);
  if (child.exitCode !== 0) {
    const end = output.trimEnd().split('\n').slice(-LINES_TOLD_AGAIN).join('\n');
    failures.push(`\nFailed: ${tool} ${args.join(' ')}\n${end}\n`);
  }
}
