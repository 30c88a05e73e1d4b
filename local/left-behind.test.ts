import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endLeftBehind, notePids } from './left-behind.ts';
import { isAlive } from './processes.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berkotnf-left-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A process that heads a group, as the parts of a stack do; its pid. */
async function part(code = 'setInterval(() => {}, 1000)'): Promise<number> {
  const child = spawn(process.execPath, ['-e', `${code}; console.log('up')`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

const pidsFile = () => join(folder, 'pids.json');

test('what a stack left running is ended and forgotten', async () => {
  const [web, worker] = [await part(), await part()];
  notePids(
    folder,
    new Map([
      ['web', web],
      ['worker', worker],
    ]),
  );

  expect(await endLeftBehind(folder)).toEqual(['web', 'worker']);

  expect([web, worker].filter(isAlive)).toEqual([]);
  expect(existsSync(pidsFile())).toBe(false);
});

test('a pid that now belongs to another process is left alone', async () => {
  const stranger = await part();
  notePids(folder, new Map([['web', stranger]]));
  const noted = readFileSync(pidsFile(), 'utf8');
  writeFileSync(pidsFile(), noted.replace(/"startMark": ".*"/, '"startMark": "long ago"'));

  expect(await endLeftBehind(folder)).toEqual([]);

  expect(isAlive(stranger)).toBe(true);
});

test('a guard ends only what its own stack left', async () => {
  const web = await part();
  notePids(folder, new Map([['web', web]]));

  expect(await endLeftBehind(folder, process.pid + 1)).toEqual([]);
  expect(isAlive(web)).toBe(true);

  expect(await endLeftBehind(folder, process.pid)).toEqual(['web']);
});

test('where nothing was left there is nothing to do', async () => {
  expect(await endLeftBehind(folder)).toEqual([]);
});
