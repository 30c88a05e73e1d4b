import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Starts the process that cleans up if this one is killed (see guard.ts).
 *
 * @returns ends it; resolves when it is gone
 */
export function runGuard(localDir: string): () => Promise<void> {
  const guard = spawn(
    process.execPath,
    [join(import.meta.dirname, 'guard.ts'), localDir, String(process.pid)],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  const exited = once(guard, 'exit');
  // Nothing is written to it; when it dies first, there is nothing to say.
  guard.stdin.on('error', () => {});
  return async () => {
    guard.kill('SIGKILL');
    await exited;
  };
}
