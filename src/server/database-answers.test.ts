import { createServer } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { databaseAnswers } from './database-answers.ts';

afterEach(() => vi.unstubAllEnvs());

test('however often the open routes are called, the database is asked once in three seconds', async () => {
  let asked = 0;
  let status = 200;
  const database = createServer((_, response) => {
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end('[]');
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => database.once('listening', listening));
  const address = database.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  vi.stubEnv('SUPABASE_URL', `http://127.0.0.1:${address.port}`);
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_key');
  vi.stubEnv('SUPABASE_SERVICE_ROLE_KEY', 'sb_secret_0123456789abcdef');
  vi.stubEnv('INTERNAL_API_KEY', 'i'.repeat(32));
  vi.stubEnv('CRON_SECRET', 'c'.repeat(32));

  const atOnce = await Promise.all(Array.from({ length: 50 }, () => databaseAnswers(10_000)));
  status = 400;
  const soon = await databaseAnswers(12_999);
  const later = await databaseAnswers(13_000);

  expect([new Set(atOnce), soon, later]).toEqual([new Set([true]), true, false]);
  expect(asked).toBe(2);
  database.close();
});
