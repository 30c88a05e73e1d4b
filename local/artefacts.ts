import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Artefact } from './build.ts';
import { PROJECT_ROOT } from './settings.ts';

/** Where Next.js is; run it with this process's own Node. */
export const NEXT = join(PROJECT_ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');

/** The site, built without a database: its pages hold their empty state until told otherwise. */
export function webArtefact(env: NodeJS.ProcessEnv): Artefact {
  return {
    name: 'web',
    inputs: [
      'src',
      'public',
      'next.config.ts',
      'tsconfig.json',
      'package.json',
      'package-lock.json',
    ],
    stamp: join(PROJECT_ROOT, '.next', 'built-from'),
    proof: join(PROJECT_ROOT, '.next', 'BUILD_ID'),
    command: process.execPath,
    args: [NEXT, 'build'],
    cwd: PROJECT_ROOT,
    // Empty and not absent: Next.js would read an absent one from a `.env`.
    env: { ...env, SUPABASE_URL: '', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  };
}

/** The worker, by its own package's build script. */
export function workerArtefact(env: NodeJS.ProcessEnv): Artefact {
  const folder = join(PROJECT_ROOT, 'worker');
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { scripts } = z
    .object({ scripts: z.object({ build: z.string() }) })
    .parse(JSON.parse(manifest));
  const path = [join(PROJECT_ROOT, 'node_modules', '.bin'), dirname(process.execPath), env.PATH];
  return {
    name: 'worker',
    inputs: ['worker/src', 'worker/package.json', 'src/jobs', 'package-lock.json'],
    stamp: join(folder, 'dist', 'built-from'),
    proof: join(folder, 'dist', 'index.js'),
    command: '/bin/sh',
    args: ['-c', scripts.build],
    cwd: folder,
    env: { ...env, PATH: path.filter(Boolean).join(delimiter) },
  };
}
