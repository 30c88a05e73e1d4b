import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StackFile } from '../tools/stack-file.ts';
import { writePrivateJson } from './private-json.ts';

const pathIn = (localDir: string) => join(localDir, 'stack.json');

export function writeStackFile(localDir: string, stack: StackFile): void {
  writePrivateJson(pathIn(localDir), stack);
}

export function removeStackFile(localDir: string): void {
  rmSync(pathIn(localDir), { force: true });
}
