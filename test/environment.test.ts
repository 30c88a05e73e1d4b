import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What a platform or the build says, which nobody sets: with any value the site works. */
const NOT_SETTINGS = [
  'NEXT_RUNTIME',
  'NODE_ENV',
  'RENDER_GIT_COMMIT',
  'SITE_BUILD_ID',
  'VERCEL',
  // Only whether it is there: a build has none.
  'SUPABASE_URL',
];

/** Read where it is needed, by the schema's own entry: a build has to log, too. */
const BY_ITS_ENTRY = "webEnv.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL)";

test('every setting of site and worker is read through the schema that refuses a wrong one', () => {
  const read = globSync('{src,worker/src}/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(file, 'utf8').replace(BY_ITS_ENTRY, '');
      const uses = source.matchAll(
        /process\.env(?:\.(\w+))?|(?:parseWebEnv|parseConfig)\(process\.env\)/g,
      );
      return [...uses].map(([use, name]) => ({ file, use, name }));
    });

  expect(read.length).toBeGreaterThan(10);
  expect(
    read.filter(
      ({ use, name }) => !use.startsWith('parse') && !(name && NOT_SETTINGS.includes(name)),
    ),
  ).toEqual([]);
});
