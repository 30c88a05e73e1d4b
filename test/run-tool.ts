import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a command of tools/ said, and how it ended. */
export interface ToolRun {
  readonly code: number | null;
  /** Both streams, as a person sees them. */
  readonly output: string;
}

/**
 * Runs a command of tools/ as its npm script does, with nothing in its environment but this.
 *
 * @param input what is typed into it
 */
export async function runTool(
  tool: string,
  environment: Readonly<Record<string, string>>,
  { args = [], input = '' }: { args?: readonly string[]; input?: string } = {},
): Promise<ToolRun> {
  const child = spawn(process.execPath, [join('tools', tool), ...args], {
    env: { NODE_ENV: 'production', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  child.stdin.end(input);
  await once(child, 'close');
  return { code: child.exitCode, output };
}
