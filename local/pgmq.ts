import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Puts the pgmq extension's files among the embedded Postgres's own, so that
 * `create extension pgmq` works. Called on every start, since `npm ci` replaces the folder.
 * Each file appears whole (written aside, then renamed), the control file last: two processes may
 * do this at once, and a Postgres that runs meanwhile sees the extension either entirely or not.
 *
 * @param extensions the folder of extension control and script files
 */
export function installPgmq(extensions: string): void {
  if (existsSync(join(extensions, CONTROL_FILE))) return;
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite-pgmq');
  const files = untar(gunzipSync(readFileSync(join(dirname(entry), 'pgmq.tar.gz'))));
  const controlLast = [...files].sort(
    ([a], [b]) => Number(a === CONTROL_FILE) - Number(b === CONTROL_FILE),
  );
  for (const [name, content] of controlLast) {
    const aside = join(extensions, `.${name}.${process.pid}`);
    writeFileSync(aside, content, { mode: 0o644 });
    renameSync(aside, join(extensions, name));
  }
  if (!readdirSync(extensions).includes(CONTROL_FILE)) {
    throw new Error(`The pgmq package carries no ${CONTROL_FILE}: has its layout changed?`);
  }
}

const CONTROL_FILE = 'pgmq.control';
const BLOCK = 512;

/** The plain files of a tar archive, by base name. Short names only, which is what pgmq has. */
function untar(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let offset = 0;
  while (offset < archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + BLOCK);
    const name = text(header, 0, 100).split('/').at(-1) ?? '';
    const size = Number.parseInt(text(header, 124, 136), 8);
    const start = offset + BLOCK;
    const isPlainFile = ['0', ''].includes(text(header, 156, 157));
    if (isPlainFile) files.set(name, archive.subarray(start, start + size));
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function text(header: Buffer, from: number, to: number): string {
  return header.toString('latin1', from, to).replace(/\0.*$/s, '').trim();
}
