import { execFileSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
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
 * Postgres refuses to run as root. For root there are two ways round it, tried in this order:
 * a user namespace, in which root looks like user 1000 (nothing is created or changes owner), and
 * an OS user `postgres`, made if missing (it must be able to reach node_modules and the data).
 *
 * @throws with both reasons when neither works.
 */
export function choosePostgresIdentity(
  binaries: PostgresBinaries,
  isRoot = process.getuid?.() === 0,
): PostgresIdentity {
  if (!isRoot) return { wrapper: [] };
  const reasons: string[] = [];
  for (const choose of [userNamespace, operatingSystemUser]) {
    try {
      const identity = choose();
      runAs(identity, binaries.postgres, ['--version']);
      return identity;
    } catch (error) {
      reasons.push(`  ${choose.name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `Postgres refuses to run as root, and neither way round it works here:\n${reasons.join('\n')}\n` +
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

function userNamespace(): PostgresIdentity {
  return { wrapper: ['unshare', '--user', '--map-user=1000', '--map-group=1000'] };
}

function operatingSystemUser(): PostgresIdentity {
  const numeric = (option: string) =>
    Number(execFileSync('id', [option, 'postgres'], { stdio: 'pipe' }).toString());
  try {
    numeric('-u');
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'pipe' });
  }
  return { wrapper: [], uid: numeric('-u'), gid: numeric('-g') };
}

function runAs(identity: PostgresIdentity, program: string, args: readonly string[]): void {
  const [command = program, ...rest] = [...identity.wrapper, program, ...args];
  execFileSync(command, rest, { stdio: 'pipe', uid: identity.uid, gid: identity.gid });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^Command failed: .*\n/, '').split('\n')[0] ?? text;
}
