import { createServer, type RequestListener, type Server } from 'node:http';
import { createClient } from '@supabase/supabase-js';
import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../src/jobs/database.types.ts';
import { createRunFunction } from '../src/run-stats-functions.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** Runs a function against an API that does this with the call. */
async function runAgainst(respond: RequestListener, deadlineMs?: number) {
  const listening = createServer(respond);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  const client = createClient<Database>(`http://127.0.0.1:${address.port}`, 'key');
  const run = createRunFunction(client, deadlineMs);
  return run('update_power_ratings', new AbortController().signal);
}

const answering =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

test('a function that answers has succeeded, and says how many rows it wrote', async () => {
  const answer = answering(200, { rows: 3, source_version: 7, as_of: '2026-11-23' });

  expect(await runAgainst(answer)).toMatchObject({ status: 'success', rows: 3 });
});

test('one that the database ended by its statement_timeout says so', async () => {
  const answer = answering(500, {
    code: '57014',
    message: 'canceling statement due to statement timeout',
  });

  expect(await runAgainst(answer)).toMatchObject({
    status: 'failed',
    rows: null,
    error: 'update_power_ratings: canceling statement due to statement timeout (SQLSTATE 57014)',
  });
});

test('one that is never answered has failed when its time is over, in words', async () => {
  const outcome = await runAgainst(() => {}, 100);

  expect(outcome).toMatchObject({
    status: 'failed',
    error: 'update_power_ratings: did not answer within 0.1 s',
  });
});

test('an answer in another form is not taken for success', async () => {
  expect(await runAgainst(answering(200, { rows: 'many' }))).toMatchObject({
    status: 'failed',
    error: 'update_power_ratings: answered in an unknown form',
  });
});
