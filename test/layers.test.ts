import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Which parts a part may import, besides itself. `worker → src/jobs ← src/server ← src/app`. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/jobs': [],
  'src/config': ['src/jobs'],
  'src/club': ['src/jobs'],
  'src/server': ['src/jobs', 'src/config', 'src/club'],
  'src/stats': ['src/jobs', 'src/club', 'src/server'],
  'src/hooks': ['src/jobs', 'src/club'],
  'src/components': ['src/jobs', 'src/club', 'src/hooks', 'src/stats'],
  'src/app': [
    'src/jobs',
    'src/config',
    'src/club',
    'src/server',
    'src/stats',
    'src/hooks',
    'src/components',
  ],
  src: ['src/jobs', 'src/config', 'src/server'],
  worker: ['src/jobs'],
  tools: ['src/jobs', 'src'],
  // Deployed by themselves.
  supabase: [],
  local: ['src/jobs', 'tools'],
};

const partOf = (file: string) =>
  Object.keys(MAY_IMPORT).find((part) => file.startsWith(`${part}/`)) ?? dirname(file);

const sources = Object.keys(MAY_IMPORT)
  .filter((part) => !part.startsWith('src/'))
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/node_modules|dist\//.test(file));

/** The project's own files that a file imports, as paths from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'((?:\.{1,2}|@)\/[^']+)'/g)].map(
    ([, name = '']) =>
      name.startsWith('@/') ? join('src', name.slice(2)) : relative('.', join(dirname(file), name)),
  );
}

test('parts import only what they may', () => {
  const forbidden = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => /\.(tsx?|css)$/.test(target))
      .filter((target) => {
        const [from, to] = [partOf(file), partOf(target)];
        return from !== to && !MAY_IMPORT[from]?.includes(to);
      })
      .map((target) => `${file} → ${target}`),
  );

  expect(forbidden).toEqual([]);
});

test('the jobs contract knows neither React, Next.js nor the environment', () => {
  const knowing = sources
    .filter((file) => file.startsWith('src/jobs/') && !file.endsWith('.test.ts'))
    .filter((file) => /from '(react|next)|process\.env/.test(readFileSync(file, 'utf8')));

  expect(knowing).toEqual([]);
});

test('there are files to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(importsOf('worker/src/queue.ts')).toContain('src/jobs/claim.ts');
});
