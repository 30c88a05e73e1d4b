import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** As whom Postgres runs: how to wrap its commands, and who must own its files. */
export interface PostgresIdentity {
  /** Goes before the program: empty, or a wrapper with its arguments. */
  readonly wrapper: readonly string[];
  /** For `spawn`; unset means as we are. */
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Postgres refuses to run as root, and as a user the system has no name for. There are two ways
 * round it, tried in this order: a user namespace, in which we look like `nobody` (nothing is
 * created or changes owner), and, for root, an OS user `postgres`, made if missing (it must be
 * able to reach node_modules and the data).
 *
 * @throws with both reasons when neither works.
 */
export function choosePostgresIdentity(binaries: PostgresBinaries): PostgresIdentity {
  const reasons: string[] = [];
  for (const [way, choose] of [
    ['as we are', () => ({ wrapper: [] })],
    ['in a user namespace', userNamespace],
    ['as an OS user', operatingSystemUser],
  ] satisfies [string, () => PostgresIdentity][]) {
    try {
      const identity = choose();
      if (runAs(identity, 'id', ['-u', '-n']) === 'root') throw new Error('Postgres refuses root');
      runAs(identity, binaries.postgres, ['--version']);
      return identity;
    } catch (error) {
      reasons.push(`  ${way}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `Postgres cannot be run here:\n${reasons.join('\n')}\n` +
      'Run as an ordinary user, or set SUPABASE_URL to use a database elsewhere.',
  );
}

/** Gives a folder and everything in it to the user Postgres runs as, unless it is theirs already. */
export function giveTo(identity: PostgresIdentity, folder: string): void {
  const uid = identity.uid ?? process.getuid?.();
  const gid = identity.gid ?? process.getgid?.();
  if (uid === undefined || gid === undefined || lstatSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, entry), uid, gid);
  }
  // The folder last: its owner says that all of it was done.
  chownSync(folder, uid, gid);
}

/** Lets the user Postgres runs as through a folder, to what it owns inside. */
export function letThrough(identity: PostgresIdentity, folder: string): void {
  const { mode, uid } = lstatSync(folder);
  if (identity.uid !== undefined && identity.uid !== uid) chmodSync(folder, mode | 0o011);
}

// Mapped to an account that has a name on this system: initdb looks it up.
function userNamespace(): PostgresIdentity {
  const id = (option: string) => execFileSync('id', [option, 'nobody'], QUIETLY).toString().trim();
  return { wrapper: ['unshare', '--user', `--map-user=${id('-u')}`, `--map-group=${id('-g')}`] };
}

function operatingSystemUser(): PostgresIdentity {
  if (process.getuid?.() !== 0) throw new Error('only root can become another user');
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], QUIETLY));
  try {
    id('-u');
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres'], QUIETLY);
  }
  return { wrapper: [], uid: id('-u'), gid: id('-g') };
}

const QUIETLY = { stdio: 'pipe' } as const;

function runAs(identity: PostgresIdentity, program: string, args: readonly string[]): string {
  const [command = program, ...rest] = [...identity.wrapper, program, ...args];
  const { uid, gid } = identity;
  return execFileSync(command, rest, { ...QUIETLY, uid, gid })
    .toString()
    .trim();
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^Command failed: .*\n/, '').split('\n')[0] ?? text;
}
