import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../../local/settings.ts';
import { until } from './until.ts';

const logLine = z.looseObject({ event: z.string() });
type LogLine = z.infer<typeof logLine>;

export interface WorkerOptions {
  /** The start of its worker id; no two workers of a run have the same. */
  readonly label: string;
  readonly leaseSeconds: number;
  readonly graceSeconds: number;
  /** How far its clock is off. */
  readonly clockShiftMs: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFolder: string;
}

/** A real worker: the built one, in a process of its own. */
export class WorkerProcess {
  readonly label: string;
  readonly leaseSeconds: number;
  readonly #child: ChildProcess;
  readonly #lines: LogLine[] = [];
  /** The exit code and signal, once it has ended and all it wrote is read. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** We asked for its end. */
  #asked = false;
  #paused = false;
  #over = false;

  constructor(options: WorkerOptions) {
    this.label = options.label;
    this.leaseSeconds = options.leaseSeconds;
    const shift = join(import.meta.dirname, 'shift-clock.ts');
    this.#child = spawn(
      process.execPath,
      [...(options.clockShiftMs === 0 ? [] : ['--import', shift]), 'worker/dist/index.js'],
      {
        cwd: PROJECT_ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
        env: {
          NODE_ENV: 'production',
          ...options.environment,
          WORKER_ID: options.label,
          LEASE_SECONDS: String(options.leaseSeconds),
          SHUTDOWN_GRACE_SECONDS: String(options.graceSeconds),
          CLOCK_SHIFT_MS: String(options.clockShiftMs),
          // Any free one: nobody asks it.
          PORT: '0',
        },
      },
    );
    const file = createWriteStream(join(options.logFolder, `${options.label}.log`));
    for (const input of [this.#child.stdout, this.#child.stderr]) {
      if (input) createInterface({ input }).on('line', (line) => this.#heard(line, file));
    }
    this.ended = once(this.#child, 'close').then(() => {
      this.#over = true;
      file.end();
      return { code: this.#child.exitCode, signal: this.#child.signalCode };
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** It runs, and nobody has asked it to end. */
  get works(): boolean {
    return !this.#over && !this.#asked && !this.#paused;
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** It ended unasked, or not as it should when asked. */
  get endedBadly(): boolean {
    const { exitCode, signalCode } = this.#child;
    return this.#over && (!this.#asked || (exitCode !== 0 && signalCode === null));
  }

  /** The first line about this event, once there is one. */
  said(event: string): Promise<LogLine> {
    return until(`worker ${this.label} says ${event}`, async () =>
      this.#lines.find((line) => line.event === event),
    );
  }

  /** Sends it SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    this.#asked = true;
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end, as a deployment does. */
  terminate(): void {
    this.#asked = true;
    this.#child.kill('SIGTERM');
  }

  /** Stops it in its tracks: it does not notice. */
  pause(): void {
    this.#paused = true;
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#paused = false;
    this.#child.kill('SIGCONT');
  }

  #heard(line: string, file: NodeJS.WritableStream): void {
    file.write(`${line}\n`);
    if (!line.startsWith('{')) return;
    const parsed = logLine.safeParse(JSON.parse(line));
    if (parsed.success) this.#lines.push(parsed.data);
  }
}
