import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { giveTo, letThrough, type PostgresIdentity } from './postgres-identity.ts';
import { commandLine, isAlive, waitForExit } from './processes.ts';

/** The superuser of the embedded Postgres; as on Supabase, the schema's owner is another. */
export const SUPERUSER = 'supabase_admin';

export interface PostgresFolder {
  readonly dataDir: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly identity: PostgresIdentity;
  readonly onLog: (line: string) => void;
}

/**
 * Makes the data folder ready to start from: creates it, mends what an interrupted run left behind
 * (a half-made folder, an orphaned postmaster), and refuses what it must not touch.
 * The caller holds the folder: a postmaster found running in it is taken for an orphan and stopped.
 *
 * @throws when the folder belongs to something else or to another major version.
 */
export async function prepareFolder(folder: PostgresFolder): Promise<void> {
  letThrough(folder.identity, dirname(folder.dataDir));
  removeHalfMade(folder);
  const state = inspect(folder.dataDir);
  if (state === 'current') {
    giveTo(folder.identity, folder.dataDir);
    await stopOrphan(folder);
    return;
  }
  if (state === 'half-made') {
    const aside = `${folder.dataDir}.damaged-${new Date().toISOString().replaceAll(/\W/g, '')}`;
    renameSync(folder.dataDir, aside);
    folder.onLog(`The data folder had no control file, so it was never usable: moved to ${aside}`);
  }
  await createFolder(folder);
}

type FolderState = 'missing' | 'half-made' | 'current';

function inspect(dataDir: string): FolderState {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return 'missing';
  const versionFile = join(dataDir, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    throw new Error(
      `${dataDir} is not a Postgres data folder, and not empty: move it away, or set LOCAL_DIR to another folder.`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new Error(
      `${dataDir} was made by Postgres ${version}; this is Postgres ${MAJOR_VERSION}. Move it away to start anew, or set LOCAL_DIR to another folder.`,
    );
  }
  return existsSync(join(dataDir, 'global', 'pg_control')) ? 'current' : 'half-made';
}

const MAJOR_VERSION = '17';

// initdb works in a folder of its own which is renamed when complete, so a killed initdb can
// never be mistaken for a database.
async function createFolder(folder: PostgresFolder): Promise<void> {
  const making = `${folder.dataDir}${MAKING}`;
  const passwordFile = `${folder.dataDir}${MAKING}-password`;
  mkdirSync(making, { recursive: true, mode: 0o700 });
  try {
    mkdirSync(passwordFile, { mode: 0o700 });
    writeFileSync(join(passwordFile, 'password'), folder.password, { mode: 0o600 });
    giveTo(folder.identity, making);
    giveTo(folder.identity, passwordFile);
    await initdb(folder, making, join(passwordFile, 'password'));
    renameSync(making, folder.dataDir);
  } finally {
    rmSync(passwordFile, { recursive: true, force: true });
    rmSync(making, { recursive: true, force: true });
  }
}

const MAKING = '.making';

async function initdb(
  { binaries, identity }: PostgresFolder,
  making: string,
  passwordFile: string,
): Promise<void> {
  const options = [
    `--pgdata=${making}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // As on Supabase: names are sorted as people do it, by the library that Postgres brings along.
    '--locale-provider=icu',
    '--icu-locale=en-US',
    '--locale=C',
    // Nothing of value yet; the first checkpoint writes it out.
    '--no-sync',
  ];
  const [command = binaries.initdb, ...args] = [...identity.wrapper, binaries.initdb, ...options];
  await promisify(execFile)(command, args, { uid: identity.uid, gid: identity.gid });
}

function removeHalfMade({ dataDir }: PostgresFolder): void {
  const parent = dirname(dataDir);
  if (!existsSync(parent)) return;
  for (const entry of readdirSync(parent)) {
    if (entry.startsWith(`${basename(dataDir)}${MAKING}`)) {
      rmSync(join(parent, entry), { recursive: true, force: true });
    }
  }
}

// Postgres refuses to start while postmaster.pid names a living process, whatever that process is.
async function stopOrphan({ dataDir, onLog }: PostgresFolder): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (isPostmasterOf(dataDir, pid)) {
    onLog(`Stopping the database that an earlier run left behind (process ${pid})`);
    process.kill(pid, 'SIGINT');
    if (await waitForExit(pid, 10_000)) return;
    process.kill(pid, 'SIGQUIT');
    if (await waitForExit(pid, 5_000)) return;
    throw new Error(`A database left behind in ${dataDir} does not stop: end process ${pid}.`);
  }
  rmSync(pidFile, { force: true });
}

function isPostmasterOf(dataDir: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(dataDir);
}
