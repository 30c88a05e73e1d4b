import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { installPgmq } from './pgmq.ts';
import { requireFreePort } from './ports.ts';
import { locatePostgres } from './postgres-binaries.ts';
import { prepareFolder, SUPERUSER } from './postgres-folder.ts';
import { choosePostgresIdentity } from './postgres-identity.ts';

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

export interface RunningPostgres {
  /** The postmaster. */
  readonly pid: number;
  /** Resolves when the postmaster has ended, asked or not. */
  readonly exited: Promise<void>;
  /** A connection string for the superuser. */
  url(database: string): string;
  /** Disconnects everyone and stops, durably. Resolves when the process is gone. */
  stop(): Promise<void>;
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

  const [command = binaries.postgres, ...args] = [
    ...identity.wrapper,
    binaries.postgres,
    '-D',
    dataDir,
    ...settingFlags({ ...USUAL_SETTINGS, port: String(port), ...options.settings }),
  ];
  const child = spawn(command, args, {
    uid: identity.uid,
    gid: identity.gid,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const exited = new Promise<void>((done) => child.once('close', () => done()));
  const pid = await untilReady(child, onLog);
  return {
    pid,
    exited,
    url: (database) =>
      `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      child.kill('SIGINT');
      await exited;
    },
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

function untilReady(child: ChildProcess, onLog: (line: string) => void): Promise<number> {
  const lastLines: string[] = [];
  return new Promise((ready, fail) => {
    const giveUp = (reason: string) =>
      fail(new Error([`Postgres did not start: ${reason}`, ...lastLines].join('\n')));
    child.once('error', (error) => giveUp(error.message));
    child.once('close', (code, signal) => giveUp(`it ended with ${signal ?? `code ${code}`}`));
    if (!child.stderr || child.pid === undefined) return;
    const { pid } = child;
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > 20) lastLines.shift();
      onLog(line);
      if (line.includes('database system is ready to accept connections')) ready(pid);
    });
  });
}
