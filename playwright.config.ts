import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/browser/browser.ts';
import { runningStack } from './test/stack.ts';

const { executablePath, args } = await findBrowser();

/** Browser tests, against the running stack whose `stack.json` is at `$STACK_FILE`. */
export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results/browser',
  // One stack and one club: a test that changes a score must not meet another.
  workers: 1,
  fullyParallel: false,
  // A busy machine is slow, not broken.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: 'list',
  use: {
    baseURL: runningStack().webUrl,
    launchOptions: { executablePath, args },
    trace: 'retain-on-failure',
  },
});
