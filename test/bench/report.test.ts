import { afterEach, expect, test, vi } from 'vitest';
import { target } from './report.ts';

const exitCode = process.exitCode;
afterEach(() => {
  process.exitCode = exitCode;
  vi.restoreAllMocks();
});

test('a missed target ends the bench with exit code 1, and one that is met later changes nothing', () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);

  target('p95 50 ms', true);
  const whileMet = process.exitCode;
  target('p95 50 ms', false);
  target('p95 150 ms', true);

  expect([whileMet, process.exitCode]).toEqual([exitCode, 1]);
});
