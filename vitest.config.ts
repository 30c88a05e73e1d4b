import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    // It throws outside a React server build; Next checks the boundary at build time.
    alias: {
      'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    // A busy machine is slow, not broken; so for all the limits below.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{src,worker,local,tools}/**/*.test.{ts,tsx}',
            'test/{,bench/}*.test.ts',
            'test/deployment/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.deep.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'sql',
          include: ['test/{sql,fallback}/**/*.test.ts'],
          // Hours of planted mistakes: `npm run test:deep`.
          exclude: process.env.DEEP ? [] : ['**/*.deep.test.ts'],
          globalSetup: 'test/postgres-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stack',
          include: ['test/{local,end-to-end}/**/*.test.ts'],
          globalSetup: 'test/postgres-setup.ts',
          // Real processes with real time limits: one file at a time.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts', 'test/deployment/*.deep.test.ts'],
          // Minutes of planted bugs, and a clone that is installed: `npm run test:deep`.
          exclude: process.env.DEEP ? [] : ['**/*.deep.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          // The site may have to be built first, on a busy machine.
          hookTimeout: 400_000,
        },
      },
    ],
  },
});
