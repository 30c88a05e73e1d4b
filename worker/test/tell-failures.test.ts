import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createAlertWebhook } from '../src/alert-webhook.ts';
import type { FailedJob } from '../src/failures.ts';
import { tellFailures } from '../src/tell-failures.ts';
import { silent } from './fakes.ts';

const SITE = 'https://club.example/api/internal/cache/invalidate';

const aFailure = (changes: Partial<FailedJob> = {}): FailedJob => ({
  jobId: '00000000-0000-4000-8000-000000000001',
  requestId: '00000000-0000-4000-8000-000000000003',
  triggeredBy: 'post-match',
  via: 'background-job',
  attempts: 4,
  error: 'update_power_ratings: it broke',
  failedAt: '2026-11-23T20:00:00Z',
  ...changes,
});

let server: Server | undefined;
afterEach(() => server?.close());

/** A webhook on this machine that answers as told and keeps what it was sent. */
async function webhook(answer: (sent: number) => number = () => 200) {
  const received: Record<string, unknown>[] = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push(JSON.parse(body));
    const status = answer(received.length);
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/T0/secret-path`, received };
}

/** These jobs have failed; those told of are noted. */
function failuresOf(...jobs: FailedJob[]) {
  const waiting = [...jobs];
  const sent: string[] = [];
  const failures = {
    take: async () => waiting.shift() ?? null,
    noteSent: async ({ jobId }: { jobId: string }) => {
      sent.push(jobId);
    },
  };
  return { failures, sent };
}

const tell = (failures: ReturnType<typeof failuresOf>['failures'], url: string) =>
  tellFailures({
    failures,
    sendAlert: createAlertWebhook(url, SITE),
    signal: new AbortController().signal,
    log: silent,
  });

test('every failed job is told of in words and in fields, and noted', async () => {
  const { url, received } = await webhook();
  const one = aFailure();
  const other = aFailure({ jobId: '00000000-0000-4000-8000-000000000002', attempts: 1 });
  const { failures, sent } = failuresOf(one, other);

  await tell(failures, url);

  expect(sent).toEqual([one.jobId, other.jobId]);
  expect(received[0]).toEqual({
    text: expect.stringMatching(
      /failed after 4 runs[\s\S]*it broke[\s\S]*club\.example\/admin\/info/,
    ),
    content: received[0]?.text,
    status: 'failed',
    jobId: one.jobId,
    requestId: one.requestId,
    triggeredBy: 'post-match',
    via: 'background-job',
    attempts: 4,
    error: 'update_power_ratings: it broke',
    at: '2026-11-23T20:00:00Z',
  });
  expect(received[1]?.text).toContain('failed after one run');
});

test('a long error is cut in the words, not in the fields', async () => {
  const { url, received } = await webhook();
  const error = 'x'.repeat(5_000);

  await tell(failuresOf(aFailure({ error })).failures, url);

  expect(received[0]?.error).toBe(error);
  expect(String(received[0]?.text)).toHaveLength(1_500);
  expect(received[0]?.text).toContain('/admin/info');
});

test.each([404, 500, 302])(
  'a webhook that answers %s is not told: nothing is noted, nothing more is tried, and its address stays secret',
  async (status) => {
    const { url, received } = await webhook(() => status);
    const { failures, sent } = failuresOf(aFailure(), aFailure());

    const told = tell(failures, url);

    await expect(told).rejects.toThrow(/the alert webhook/);
    await expect(told).rejects.not.toThrow(/secret-path|127\.0\.0\.1/);
    expect(sent).toEqual([]);
    expect(received).toHaveLength(1);
  },
);

test('a webhook that nobody answers at is told of by the kind of fault alone', async () => {
  const { url } = await webhook();
  await new Promise((closed) => server?.close(closed));

  await expect(tell(failuresOf(aFailure()).failures, url)).rejects.toThrow(
    /^the alert webhook could not be reached: ECONNREFUSED$/,
  );
});
