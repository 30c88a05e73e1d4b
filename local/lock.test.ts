import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryLock } from './lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berkotnf-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = () => join(folder, 'deep', 'lock');

test('who holds it alone keeps everybody out until it is released', () => {
  const held = tryLock(path(), 'exclusive');

  expect(held).toBeDefined();
  expect(tryLock(path(), 'exclusive')).toBeUndefined();
  expect(tryLock(path(), 'shared')).toBeUndefined();

  held?.release();
  tryLock(path(), 'exclusive')?.release();
});

test('many may share it, which keeps out who wants it alone', () => {
  const held = [tryLock(path(), 'shared'), tryLock(path(), 'shared')];

  expect(held).not.toContain(undefined);
  expect(tryLock(path(), 'exclusive')).toBeUndefined();

  for (const one of held) one?.release();
  const alone = tryLock(path(), 'exclusive');
  expect(alone).toBeDefined();
  alone?.release();
});

test('it is held until the process ends, though nobody keeps what tryLock returned', async () => {
  const code = `
    import { tryLock } from '${join(import.meta.dirname, 'lock.ts')}';
    tryLock('${path()}', 'exclusive');
    global.gc();
    setTimeout(() => { global.gc(); console.log('collected'); }, 50);
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code]);
  await once(holder.stdout, 'data');

  expect(tryLock(path(), 'exclusive')).toBeUndefined();

  holder.kill('SIGKILL');
  await once(holder, 'exit');
});

test('a killed holder lets go of it', async () => {
  const code = `
    import { tryLock } from '${join(import.meta.dirname, 'lock.ts')}';
    tryLock('${path()}', 'exclusive');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code]);
  await once(holder.stdout, 'data');
  expect(tryLock(path(), 'exclusive')).toBeUndefined();

  holder.kill('SIGKILL');
  await once(holder, 'exit');

  const free = tryLock(path(), 'exclusive');
  expect(free).toBeDefined();
  free?.release();
});
