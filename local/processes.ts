import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a process, arguments joined by spaces; empty when it is gone. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ps('command=', pid);
  }
}

/**
 * When a process started, as an opaque text: with the pid it names one process for ever, where a
 * pid alone is soon given to another. Empty when the process is gone.
 */
export function startMark(pid: number): string {
  return procStat(pid)?.[19] ?? ps('lstart=', pid);
}

/** Waits until a process is gone. False when it still lives after `timeoutMs`. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

// A dead child that its parent has not yet waited for still answers to signal 0.
function isZombie(pid: number): boolean {
  return procStat(pid)?.[0] === 'Z';
}

// The fields of /proc/<pid>/stat after the command's name, which may itself hold spaces and brackets.
function procStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

// For systems without /proc (macOS): starting a program takes many times as long.
function ps(column: string, pid: number): string {
  if (existsSync('/proc/self')) return '';
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { stdio })
      .toString()
      .trim();
  } catch {
    return '';
  }
}
