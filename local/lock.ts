import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A lock that is held. The operating system lets go of it if the process dies. */
export interface HeldLock {
  release(): void;
}

/**
 * Takes the lock at `path`, shared with other `shared` holders or alone. Undefined when somebody
 * is in the way. The file is an empty SQLite database: its locks are the kernel's, so that nothing
 * is left behind by a process that was killed, and they work alike on Linux and macOS.
 */
export function tryLock(path: string, kind: 'shared' | 'exclusive'): HeldLock | undefined {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path);
  try {
    if (kind === 'exclusive') database.exec('begin exclusive');
    else database.exec('begin; select count(*) from sqlite_schema');
    held.add(database);
    return {
      release() {
        held.delete(database);
        database.close();
      },
    };
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return;
    throw error;
  }
}

const SQLITE_BUSY = 5;

// A database that nothing refers to is closed, and so unlocked, by the garbage collector.
const held = new Set<DatabaseSync>();
