import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, expect, test } from 'vitest';
import { freePort } from '../../local/ports.ts';
import { connect, eventually, openClaimEnds, runningStack } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
afterAll(() => sql.end());

const ENVIRONMENT = {
  SUPABASE_URL: stack.apiUrl,
  SUPABASE_SERVICE_ROLE_KEY: stack.secretKey,
  CACHE_INVALIDATION_URL: `${stack.webUrl}/api/internal/cache/invalidate`,
  INTERNAL_API_KEY: stack.internalApiKey,
};

let worker: ChildProcess | undefined;
afterEach(() => worker?.kill('SIGKILL'));

/** A worker of its own, with only this in its environment. */
function start(environment: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['worker/dist/index.js', ...args], {
    env: { NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  worker = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code), output }));
  return { child, ended };
}

test('a wrong environment stops it with a line for each variable, and no value', async () => {
  const { ended } = start({ ...ENVIRONMENT, INTERNAL_API_KEY: 'hunter2', LEASE_SECONDS: 'soon' });

  const { code, output } = await ended;

  expect(code).toBe(1);
  expect(output).toMatch(/^The worker cannot start:\n.*INTERNAL_API_KEY.*\n.*LEASE_SECONDS/);
  expect(output).not.toContain('hunter2');
});

test('a port that is taken stops it with a line, before it claims anything', async () => {
  const port = new URL(stack.webUrl).port;

  const { code, output } = await start({ ...ENVIRONMENT, PORT: port }).ended;

  expect(code).toBe(1);
  expect(output).toMatch(/^The worker cannot start:\nPORT \d+ cannot be used: .*EADDRINUSE/);
});

test('--check-config looks without starting', async () => {
  const { code, output } = await start(ENVIRONMENT, '--check-config').ended;

  expect({ code, output }).toEqual({ code: 0, output: 'The configuration is complete.\n' });
});

test('a second worker joins in, says how it is, and stops when asked', async () => {
  const port = await freePort();
  const { child, ended } = start({ ...ENVIRONMENT, PORT: String(port), WORKER_ID: 'second' });
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  await eventually(
    () =>
      ask('/ready').then(
        ({ status }) => status,
        () => 0,
      ),
    (status) => status === 200,
  );
  const metrics = await (await ask('/metrics')).text();

  child.kill('SIGTERM');
  const { code, output } = await ended;

  expect(metrics).toMatch(/^stats_queue_depth \d+$/m);
  expect(code).toBe(0);
  expect(output).toContain('"event":"worker.stopped"');
});

/** Does `work` while the stack's own worker is suspended and has no claim open that could get a job. */
async function withoutOwnWorker(work: () => Promise<void>): Promise<void> {
  const { worker: own } = stack.pids;
  if (!own) throw new Error('the stack has no worker');
  process.kill(own, 'SIGSTOP');
  try {
    await openClaimEnds(sql);
    await work();
  } finally {
    process.kill(own, 'SIGCONT');
  }
}

test('a worker whose key the site refuses completes jobs, and its metrics say that nobody sees them', async () => {
  const port = await freePort();
  const gauges = async () => {
    const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
      (response) => response.text(),
      () => '',
    );
    const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
    return { owed: read('stats_tags_owed'), lag: read('stats_freshness_lag_seconds') };
  };

  await withoutOwnWorker(async () => {
    start({ ...ENVIRONMENT, INTERNAL_API_KEY: 'k'.repeat(64), PORT: String(port) });
    await sql`select public.enqueue_stats_job(${sql.json({
      triggeredBy: 'cron',
      requestId: randomUUID(),
      timestamp: new Date().toISOString(),
    })}, true)`;

    const first = await eventually(gauges, ({ owed }) => owed > 0, 40_000, 500);
    const later = await eventually(gauges, ({ lag }) => lag > first.lag, 20_000, 500);
    expect(later.owed).toBeGreaterThan(0);
  });

  // The stack's own worker has the right key, and pays what is owed.
  await eventually(gauges, ({ owed, lag }) => owed === 0 && lag === 0, 40_000, 500);
}, 120_000);

test('without a database it stays alive, says that it cannot work, and stops when asked', async () => {
  const port = await freePort();
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const { child, ended } = start({ ...ENVIRONMENT, SUPABASE_URL: nowhere, PORT: String(port) });
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status,
      () => 0,
    );

  await eventually(
    () => ask('/health'),
    (status) => status === 200,
  );
  expect(await ask('/ready')).toBe(503);
  // Its own numbers are told all the same: that is when somebody looks.
  expect(await ask('/metrics')).toBe(200);

  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

/** A job in its fourth and last run, whose worker has died: the next claim ends it. */
async function lastRunAbandoned(): Promise<string> {
  const jobId = randomUUID();
  await sql.begin(async (transaction) => {
    await transaction`
      insert into public.background_job_status
        (id, job_payload, status, retry_count, started_at, worker_id, lease_token, lease_expires_at)
      values
        (${jobId}, ${sql.json({ triggeredBy: 'admin', requestId: randomUUID() })}, 'processing', 3,
         clock_timestamp() - interval '1 minute', 'dead', gen_random_uuid(),
         clock_timestamp() - interval '1 second')`;
    await transaction`
      update public.background_job_status
      set message_id = (select pgmq.send('stats-update-queue', ${sql.json({ job_id: jobId })}))
      where id = ${jobId}`;
  });
  return jobId;
}

test('a job that failed is told to the webhook once it answers, and the log keeps its address', async () => {
  const received: { jobId: string; text: string }[] = [];
  let status = 503;
  const webhook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (status === 200) received.push(JSON.parse(body));
    response.writeHead(status).end();
  }).listen(await freePort(), '127.0.0.1');
  await once(webhook, 'listening');
  const address = webhook.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  const ALERT_WEBHOOK_URL = `http://127.0.0.1:${address.port}/T0/secret-path`;
  const startTelling = async () =>
    start({ ...ENVIRONMENT, PORT: String(await freePort()), ALERT_WEBHOOK_URL });
  const jobId = await lastRunAbandoned();
  const alert = async () => {
    const [row] = await sql<{ sent_at: Date | null }[]>`
      select sent_at from public.failure_alert where job_id = ${jobId}`;
    return row;
  };
  await eventually(
    async () => {
      const [row] = await sql<{ status: string }[]>`
        select status from public.background_job_status where id = ${jobId}`;
      return row?.status;
    },
    (is) => is === 'failed',
  );

  const first = await startTelling();
  expect(await eventually(alert, (row) => row !== undefined)).toEqual({ sent_at: null });
  first.child.kill('SIGTERM');
  const { output } = await first.ended;

  status = 200;
  await sql`update public.failure_alert set taken_at = taken_at - interval '1 minute'`;
  const second = await startTelling();
  await eventually(alert, (row) => row !== undefined && row.sent_at !== null);
  second.child.kill('SIGTERM');
  const ended = await second.ended;
  webhook.close();
  // Whoever examines this stack next should find no failure of ours.
  await sql`delete from public.background_job_status where id = ${jobId}`;

  expect(output).toContain('the alert webhook answered 503');
  expect(received).toEqual([
    expect.objectContaining({ jobId, text: expect.stringContaining('without a word') }),
  ]);
  expect(ended.output).toContain('"event":"alert.sent"');
  expect(output + ended.output).not.toContain('secret-path');
});
