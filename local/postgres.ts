import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { installPgmq } from './pgmq.ts';
import { requireFreePort } from './ports.ts';
import { locatePostgres } from './postgres-binaries.ts';
import { prepareFolder, SUPERUSER } from './postgres-folder.ts';
import { choosePostgresIdentity, type PostgresIdentity } from './postgres-identity.ts';
import type { RunningPart } from './supervisor.ts';

export interface PostgresOptions {
  /** Created on first start. The caller holds it: no other live process may use it. */
  readonly dataDir: string;
  readonly port: number;
  /** Of the superuser; only looked at when the folder is created. */
  readonly password: string;
  /** Server settings beyond the usual ones, e.g. `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Each line of the server's log. */
  readonly onLog?: (line: string) => void;
}

/** Its pid is the postmaster's; `stop` disconnects everyone. Durable, `kill` or not. */
export interface RunningPostgres extends RunningPart {
  /** A connection string for the superuser. */
  url(database: string): string;
}

/**
 * Starts the embedded Postgres 17 on 127.0.0.1, with pgmq available, and resolves once it accepts
 * connections.
 *
 * @throws {PortTakenError} naming DB_PORT; an Error with the last lines of the log otherwise.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  const { port, password, onLog = () => {} } = options;
  const binaries = locatePostgres();
  const identity = choosePostgresIdentity(binaries);
  installPgmq(binaries.extensions);
  mkdirSync(dirname(dataDir), { recursive: true });
  await prepareFolder({ dataDir, password, binaries, identity, onLog });
  await requireFreePort(port, 'DB_PORT');

  const program = [
    ...identity.wrapper,
    binaries.postgres,
    '-D',
    dataDir,
    ...settingFlags({ ...USUAL_SETTINGS, port: String(port), ...options.settings }),
  ];
  const running = await launchWhenFree(program, identity, onLog);
  return {
    ...running,
    url: (database) =>
      `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
  };
}

const USUAL_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

function settingFlags(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

// When a postmaster was killed, its backends take a moment to notice and let go of the memory.
async function launchWhenFree(
  program: readonly string[],
  identity: PostgresIdentity,
  onLog: (line: string) => void,
): Promise<RunningPart> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    try {
      return await launch(program, identity, onLog);
    } catch (error) {
      const isHeld = error instanceof Error && error.message.includes('shared memory block');
      if (!isHeld || performance.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

function launch(
  [command = '', ...args]: readonly string[],
  { uid, gid }: PostgresIdentity,
  onLog: (line: string) => void,
): Promise<RunningPart> {
  const child = spawn(command, args, {
    ...{ uid, gid },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const exited = new Promise<string>((done) => {
    child.once('exit', (code, signal) =>
      done(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  });
  const lastLines: string[] = [];
  const kill = () => void child.kill('SIGQUIT');
  const stop = async () => {
    child.kill('SIGINT');
    const impatience = setTimeout(kill, STOPS_WITHIN_MS);
    await exited;
    clearTimeout(impatience);
  };
  return new Promise((ready, fail) => {
    const giveUp = (how: string) =>
      fail(new Error([`Postgres ${how} before it was ready:`, ...lastLines].join('\n  ')));
    child.once('error', ({ message }) => giveUp(message));
    // Not `exit`, which may come before the last line of the log.
    child.once('close', () => void exited.then(giveUp));
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > LINES_KEPT) lastLines.shift();
      onLog(line);
      if (child.pid !== undefined && line.includes('is ready to accept connections')) {
        ready({ pid: child.pid, exited, lastLines, stop, kill });
      }
    });
  });
}

const LINES_KEPT = 20;
const STOPS_WITHIN_MS = 5_000;
