import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berkotnf-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'new', 'secrets.json');

test('secrets are made once, kept, and readable by their owner only', () => {
  const first = loadSecrets(join(folder, 'new'));

  expect(loadSecrets(join(folder, 'new'))).toEqual(first);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(first);
});

test('no two machines have one in common', () => {
  const [one, two] = [loadSecrets(join(folder, 'one')), loadSecrets(join(folder, 'two'))];

  const shared = Object.values(one).filter((secret) => Object.values(two).includes(secret));
  expect(shared).toEqual([]);
});

test('a file that is not ours is told, without its content, and kept', () => {
  loadSecrets(join(folder, 'new'));
  writeFileSync(file(), '{"jwtSecret": "hush"}');

  expect(() => loadSecrets(join(folder, 'new'))).toThrow(/secrets\.json cannot be read.*LOCAL_DIR/);
  expect(() => loadSecrets(join(folder, 'new'))).not.toThrow(/hush/);
  expect(readFileSync(file(), 'utf8')).toBe('{"jwtSecret": "hush"}');
});
