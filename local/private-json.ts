import { renameSync, writeFileSync } from 'node:fs';

/** Writes JSON that only the owner may read, in one step: a reader sees the old or the new, whole. */
export function writePrivateJson(path: string, value: object): void {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(aside, path);
}
