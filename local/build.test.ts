import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Artefact, fingerprintOf } from './build.ts';
import { PROJECT_ROOT } from './settings.ts';

let folder: string;
beforeEach(() => {
  mkdirSync(join(PROJECT_ROOT, 'node_modules', '.cache'), { recursive: true });
  folder = mkdtempSync(join(PROJECT_ROOT, 'node_modules', '.cache', 'fingerprint-'));
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'src', 'deep', 'one.ts'), 'export const one = 1;');
});
afterEach(() => rmSync(folder, { recursive: true }));

function artefact(changes: Partial<Artefact> = {}): Artefact {
  return {
    name: 'web',
    inputs: [relative(PROJECT_ROOT, join(folder, 'src')), 'no/such/folder'],
    stamp: join(folder, 'stamp'),
    proof: join(folder, 'proof'),
    command: 'build',
    args: [],
    cwd: folder,
    env: process.env,
    ...changes,
  };
}

test('the same sources have the same fingerprint', () => {
  expect(fingerprintOf(artefact())).toBe(fingerprintOf(artefact()));
});

test.each([
  ['a changed file', () => writeFileSync(join(folder, 'src', 'deep', 'one.ts'), 'export {};')],
  ['a new file', () => writeFileSync(join(folder, 'src', 'two.ts'), '')],
  ['a removed file', () => rmSync(join(folder, 'src', 'deep', 'one.ts'))],
])('%s changes it', (_, change) => {
  const before = fingerprintOf(artefact());

  change();

  expect(fingerprintOf(artefact())).not.toBe(before);
});

test('a test beside the code does not, since it is not built', () => {
  const before = fingerprintOf(artefact());

  writeFileSync(join(folder, 'src', 'one.test.ts'), '');

  expect(fingerprintOf(artefact())).toBe(before);
});

test('nor does a variable, unless Next.js compiles it in', () => {
  const before = fingerprintOf(artefact());

  expect(fingerprintOf(artefact({ env: { ...process.env, PORT: '1' } }))).toBe(before);
  expect(fingerprintOf(artefact({ env: { ...process.env, NEXT_PUBLIC_X: '1' } }))).not.toBe(before);
});
