import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT, parseSettings } from './settings.ts';

test('nothing set means the usual ports, the usual folder and a demo club', () => {
  expect(parseSettings({ PORT: '' }, [])).toEqual({
    mode: 'start',
    ports: { web: 3000, api: 54_321, db: 54_322, functions: 54_323, worker: 10_000 },
    deno: join(PROJECT_ROOT, 'node_modules', '.bin', 'deno'),
    localDir: join(PROJECT_ROOT, '.local'),
    seed: 'demo',
    supabaseUrl: undefined,
  });
});

test('everything can be set, so that two copies run side by side', () => {
  const env = {
    PORT: '3001',
    DB_PORT: '5001',
    LOCAL_DIR: '/tmp/other',
    DENO_PATH: '/opt/deno',
    SEED: 'none',
  };

  expect(parseSettings(env, ['--dev'])).toMatchObject({
    mode: 'dev',
    ports: { web: 3001, db: 5001 },
    deno: '/opt/deno',
    localDir: '/tmp/other',
    seed: 'none',
  });
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a port number'],
  [{ DB_PORT: '70000' }, 'DB_PORT must be a port number'],
  [{ SEED: 'real' }, 'SEED must be `demo`, `none` or unset'],
  [{ SUPABASE_URL: 'example' }, 'SUPABASE_URL must be the URL'],
  [{ PORT: '5000', API_PORT: '5000' }, 'must all be different'],
])('%o is refused with the name of the variable', (env, message) => {
  expect(() => parseSettings(env, [])).toThrow(message);
});
