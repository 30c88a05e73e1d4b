import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateJson } from './private-json.ts';
import { startMark, waitForExit } from './processes.ts';

const pidsFile = z.object({
  supervisor: z.number().int(),
  parts: z.record(z.string(), z.object({ pid: z.number().int().min(2), startMark: z.string() })),
});

const GRACE_MS = 8_000;

const fileIn = (localDir: string) => join(localDir, 'pids.json');

/** Notes which processes this stack consists of, for whoever must clean up if it is killed. */
export function notePids(localDir: string, pids: ReadonlyMap<string, number>): void {
  const parts = Object.fromEntries(
    [...pids].map(([name, pid]) => [name, { pid, startMark: startMark(pid) }]),
  );
  writePrivateJson(fileIn(localDir), { supervisor: process.pid, parts });
}

/**
 * Ends what a killed stack left running in this folder, and forgets it. Only processes that are
 * certainly the noted ones: a pid that now belongs to another process is left alone.
 *
 * @param supervisor only what this one left; otherwise whoever did
 * @returns the names of the parts that were ended
 */
export async function endLeftBehind(localDir: string, supervisor?: number): Promise<string[]> {
  const file = fileIn(localDir);
  if (!existsSync(file)) return [];
  const noted = readPids(file);
  if (supervisor !== undefined && noted.supervisor !== supervisor) return [];

  const left = Object.entries(noted.parts).filter(
    ([, part]) => part.startMark !== '' && startMark(part.pid) === part.startMark,
  );
  // SIGINT, which to Postgres means: disconnect everybody and stop.
  for (const [, { pid }] of left) signal(pid, 'SIGINT');
  await Promise.all(
    left.map(async ([, { pid }]) => {
      if (!(await waitForExit(pid, GRACE_MS))) signal(pid, 'SIGKILL');
    }),
  );
  rmSync(file, { force: true });
  return left.map(([name]) => name);
}

/** @throws saying what to do about a file that is not ours to understand. */
function readPids(file: string): z.infer<typeof pidsFile> {
  try {
    return pidsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(
      `${file} cannot be read, so what an earlier run left behind is not known. End it by hand if there is any, and remove the file.`,
      { cause },
    );
  }
}

export function forgetPids(localDir: string): void {
  rmSync(fileIn(localDir), { force: true });
}

// Each part heads a process group.
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended.
  }
}
