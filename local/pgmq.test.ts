import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installPgmq } from './pgmq.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berkotnf-pgmq-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the control file and the version it names are put in', () => {
  installPgmq(folder);

  const control = readFileSync(join(folder, 'pgmq.control'), 'utf8');
  const version = /default_version = '(.+)'/.exec(control)?.[1];
  expect(control).toContain('superuser = false');
  expect(readFileSync(join(folder, `pgmq--${version}.sql`), 'utf8')).toContain('pgmq.send');
});

test('nothing else is left in the folder, and Postgres may read all of it', () => {
  installPgmq(folder);

  for (const file of readdirSync(folder)) {
    expect(file).toMatch(/^pgmq(--[\d.-]+\.sql|\.control)$/);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o644);
  }
});

test('a second time changes nothing', () => {
  installPgmq(folder);
  const control = join(folder, 'pgmq.control');
  const before = statSync(control).mtimeMs;

  installPgmq(folder);

  expect(statSync(control).mtimeMs).toBe(before);
});
