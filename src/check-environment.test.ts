import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const GOOD = {
  SUPABASE_URL: 'http://127.0.0.1:54321',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_key',
  SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_0123456789abcdef',
  INTERNAL_API_KEY: 'i'.repeat(32),
  CRON_SECRET: 'c'.repeat(32),
};

/** What the site does first, as a process of its own. */
const startSite = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['src/check-environment.ts'], {
    env: { NODE_ENV: 'production', ...GOOD, ...env },
    encoding: 'utf8',
  });

test('with every flag as it should be, or unset, the site starts', () => {
  const { status, stderr } = startSite({ USE_BG_JOBS_GLOBAL: '', USE_BG_JOBS_CRON: 'true' });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.each(['USE_BG_JOBS_GLOBAL', 'USE_BG_JOBS_ADMIN', 'USE_BG_JOBS_CRON', 'USE_BG_JOBS_MATCH'])(
  'with %s set to nonsense the site does not start, and names it',
  (flag) => {
    const { status, stderr } = startSite({ [flag]: 'yes' });

    expect(status).toBe(1);
    expect(stderr).toBe(`The site cannot start:\n${flag} must be \`true\`, \`false\` or unset\n`);
  },
);
