import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPart } from './supervisor.ts';

export interface ProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Each line of output, of both streams. */
  readonly onLine: (line: string) => void;
  /** How long it may take to end when asked; then it is killed. */
  readonly graceMs: number;
}

/** Starts a process at the head of a process group of its own, so that what it starts ends with it. */
export function startProcess(options: ProcessOptions): Promise<RunningPart> {
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      if (child.pid !== undefined) resolve(describe(child, child.pid, options));
    });
  });
}

function describe(child: ChildProcess, pid: number, options: ProcessOptions): RunningPart {
  const lastLines: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    if (!input) continue;
    createInterface({ input }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > LINES_KEPT) lastLines.shift();
      options.onLine(line);
    });
  }
  // `exit` first, since what the process started may hold its output open; then what it last said.
  const exited = new Promise<string>((done) => {
    child.once('exit', (code, signal) => {
      signalGroup(pid, 'SIGKILL');
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      child.once('close', () => done(how));
      setTimeout(() => done(how), 500).unref();
    });
  });
  const stop = async () => {
    signalGroup(pid, 'SIGTERM');
    const inTime = await Promise.race([exited.then(() => true), sleep(options.graceMs, false)]);
    if (!inTime) signalGroup(pid, 'SIGKILL');
    await exited;
  };
  return { pid, exited, lastLines, stop, kill: () => signalGroup(pid, 'SIGKILL') };
}

const LINES_KEPT = 20;

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended.
  }
}
