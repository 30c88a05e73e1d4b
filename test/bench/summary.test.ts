import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Measurement, writeSummary } from './summary.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
  path = join(folder, 'operations.md');
});
afterEach(() => rmSync(folder, { recursive: true }));

const measured = (...results: [Measurement, string][]) => new Map(results);
const rowOf = (what: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`| ${what}`));

test('a run replaces the rows it measured and keeps the others', () => {
  writeFileSync(path, 'Before\n<!-- bench:begin -->\n<!-- bench:end -->\nAfter\n');
  const machine = '2 cores';

  writeSummary(path, measured(['load1', '5 a second'], ['load2', '8 a second']), {
    date: '2026-11-25',
    machine,
  });
  writeSummary(path, measured(['load1', '6 a second']), { date: '2026-11-26', machine });

  expect(rowOf('updates, 1 worker')).toContain('| 6 a second |  | 2026-11-26, 2 cores |');
  expect(rowOf('updates, 2 workers')).toContain('| 8 a second |  | 2026-11-25, 2 cores |');
  expect(rowOf('an idle worker')).toContain('| not measured yet |');
  expect(readFileSync(path, 'utf8')).toMatch(/^Before\n[\s\S]*\nAfter\n$/);
});

test('a document without a place for the table is left as it is', () => {
  writeFileSync(path, 'Nothing here\n');

  expect(() => writeSummary(path, measured(), { date: '', machine: '' })).toThrow('has no');
  expect(readFileSync(path, 'utf8')).toBe('Nothing here\n');
});
