import { createServer, type Server } from 'node:http';
import { createClient } from '@supabase/supabase-js';
import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../src/jobs/database.types.ts';
import { EXAMPLE_CLAIM } from '../../src/jobs/example-claim.ts';
import { createQueue } from '../src/queue.ts';
import { NOTHING } from './fakes.ts';

const CLAIM_ID = '00000000-0000-4000-8000-000000000003';

let server: Server | undefined;
afterEach(() => server?.close());

/** An API that answers each function as told, and notes what it was asked. */
async function api(answers: Record<string, unknown>, status = 200) {
  const asked: { rpc: string; body: unknown }[] = [];
  const listening = createServer(async (request, response) => {
    const rpc = request.url?.split('/').at(-1) ?? '';
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ rpc, body: JSON.parse(body) });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answers[rpc] ?? null));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  const client = createClient<Database>(`http://127.0.0.1:${address.port}`, 'key');
  return { asked, queue: createQueue(client, { workerId: 'w1', leaseSeconds: 30 }) };
}

test('a job that cannot be read is failed with the reason, not held until its lease ends', async () => {
  const lease = {
    job_id: '00000000-0000-4000-8000-000000000001',
    lease_token: '00000000-0000-4000-8000-000000000002',
  };
  const { queue, asked } = await api({ claim_stats_job: { ...lease, payload: 7 } });

  expect(await queue.claim(CLAIM_ID)).toEqual(NOTHING);

  expect(asked.at(-1)).toMatchObject({
    rpc: 'fail_stats_job',
    body: { p_job_id: lease.job_id, p_error: expect.stringContaining('cannot be read') },
  });
});

test('an answer that nothing is there is no job', async () => {
  const { queue } = await api({});

  expect(await queue.claim(CLAIM_ID)).toEqual(NOTHING);
});

test('an answer that something is owed is no job either', async () => {
  const { queue, asked } = await api({ claim_stats_job: { owed: true } });

  expect(await queue.claim(CLAIM_ID)).toEqual({ ...NOTHING, owed: true });

  expect(asked.map(({ rpc }) => rpc)).toEqual(['claim_stats_job']);
});

const LEASE = {
  jobId: '00000000-0000-4000-8000-000000000001',
  leaseToken: '00000000-0000-4000-8000-000000000002',
};

test.each([
  [413, false],
  [403, false],
  [429, true],
  [503, true],
])('a gateway’s %s: worth repeating is %s', async (status, isTransient) => {
  const { queue } = await api({ release_stats_job: '<html>no</html>' }, status);

  await expect(queue.release(LEASE)).rejects.toMatchObject({ sqlState: '', isTransient });
});

test.each([
  ['57014', 'a statement timeout', true],
  ['55P03', 'a lock timeout', true],
  ['55000', 'a job that is not done', false],
])('the database’s %s, %s: worth repeating is %s', async (code, _, isTransient) => {
  const { queue } = await api({ release_stats_job: { code, message: 'no' } }, 500);

  await expect(queue.release(LEASE)).rejects.toMatchObject({ sqlState: code, isTransient });
});

test('an answer that a dead run has failed its job is no job', async () => {
  const failed = {
    job_id: LEASE.jobId,
    request_id: CLAIM_ID,
    attempt: 4,
    error: 'Run 4 of 4 ended without a word.',
  };
  const { queue, asked } = await api({ claim_stats_job: { failed } });

  expect(await queue.claim(CLAIM_ID)).toEqual({
    ...NOTHING,
    failed: { jobId: LEASE.jobId, requestId: CLAIM_ID, attempt: 4, error: failed.error },
  });

  expect(asked.map(({ rpc }) => rpc)).toEqual(['claim_stats_job']);
});

test('no answer at all is worth repeating', async () => {
  const { queue } = await api({});
  server?.close();
  server?.closeAllConnections();

  await expect(queue.release(LEASE)).rejects.toMatchObject({ isTransient: true });
});

test('a job with a trigger and a fact that this worker does not know yet is worked all the same', async () => {
  const { queue } = await api({
    claim_stats_job: {
      ...EXAMPLE_CLAIM,
      payload: { ...EXAMPLE_CLAIM.payload, triggeredBy: 'weather-forecast', weather: 'rain' },
    },
  });

  expect((await queue.claim(CLAIM_ID)).job).toMatchObject({
    jobId: EXAMPLE_CLAIM.job_id,
    leaseToken: EXAMPLE_CLAIM.lease_token,
    attempt: 1,
  });
});
