import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateJson } from './private-json.ts';

/** What `$LOCAL_DIR/stack.json` tells tests and tools about a stack in which everything answers. */
export interface StackFile {
  readonly webUrl: string;
  readonly apiUrl: string;
  /** As the schema's owner; null when the database is somewhere else. */
  readonly dbUrl: string | null;
  readonly workerUrl: string;
  readonly functionsUrl: string | null;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly adminEmail: string | null;
  readonly adminPassword: string | null;
  readonly internalApiKey: string;
  readonly cronSecret: string;
  readonly pids: {
    readonly web: number | null;
    readonly worker: number | null;
    readonly api: number | null;
    readonly db: number | null;
    readonly functions: number | null;
  };
}

const pathIn = (localDir: string) => join(localDir, 'stack.json');

export function writeStackFile(localDir: string, stack: StackFile): void {
  writePrivateJson(pathIn(localDir), stack);
}

export function removeStackFile(localDir: string): void {
  rmSync(pathIn(localDir), { force: true });
}
