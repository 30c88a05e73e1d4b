import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  scripts: z.record(z.string(), z.string()).default({}),
});
const read = (folder: string) =>
  manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));

const folder = mkdtempSync(join(tmpdir(), 'berkotnf-worker-'));
const worker = join(folder, 'worker');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every package that these need, and what those need, as far as it is installed here. */
function closure(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const path = join('node_modules', name);
    if (found.has(name) || !existsSync(path)) continue;
    found.add(name);
    const { dependencies, optionalDependencies } = read(path);
    closure(Object.keys({ ...dependencies, ...optionalDependencies }), found);
  }
  return found;
}

// As on Render: the sources, and only what package.json names as needed in production.
beforeAll(() => {
  for (const part of ['worker/src', 'worker/package.json', 'src/jobs', 'package.json']) {
    cpSync(part, join(folder, part), { recursive: true });
  }
  for (const name of closure(Object.keys(read('worker').dependencies))) {
    cpSync(join('node_modules', name), join(folder, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}, 60_000);

/** Runs one of the worker's scripts as npm would, with nothing of this project on the path. */
const script = (name: string, extra: Record<string, string>, ...args: string[]) =>
  run('/bin/sh', ['-c', [read(worker).scripts[name], ...args].join(' ')], {
    cwd: worker,
    env: {
      NODE_ENV: 'production',
      PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
      ...extra,
    },
  });

test('the worker is built and started with its own dependencies alone', async () => {
  const bin = join(folder, 'node_modules/esbuild/bin');
  await script('build', { PATH: [bin, dirname(process.execPath), '/bin'].join(delimiter) });

  const { stdout } = await script(
    'start',
    {
      SUPABASE_URL: 'https://example.supabase.co',
      SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_0123456789abcdef',
      CACHE_INVALIDATION_URL: 'https://club.example/api/internal/cache/invalidate',
      INTERNAL_API_KEY: 'i'.repeat(32),
    },
    '--check-config',
  );

  expect(stdout).toBe('The configuration is complete.\n');
  expect(existsSync(join(folder, 'node_modules/vitest'))).toBe(false);
}, 60_000);
