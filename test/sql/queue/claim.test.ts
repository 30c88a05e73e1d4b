import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '../../database.ts';
import { type Jobs, jobsOf, queueDatabase } from './jobs.ts';

let database: TestDatabase;
let jobs: Jobs;

beforeEach(async () => {
  database = await queueDatabase();
  jobs = jobsOf(database);
});
afterEach(() => database.drop());

const deadLetters = () => database.sql`select message, reason from public.dead_letter`;

test('a claim hands out the job under a lease and marks it processing', async () => {
  const { job_id } = await jobs.enqueue({ force: true });

  const claim = await jobs.claimed('w1');

  expect(claim).toMatchObject({ job_id, attempt: 1, max_attempts: 4, force: true });
  expect(Object.keys(claim.computed)).toHaveLength(11);
  const row = await jobs.row(job_id);
  expect(row).toMatchObject({ status: 'processing', worker_id: 'w1' });
  expect(row.lease_token).toBe(claim.lease_token);
});

test('the lease ends when the message becomes visible again', async () => {
  const { job_id } = await jobs.enqueue();
  await jobs.claimed('w1', 17);

  const [message] = await database.sql`select vt from pgmq."q_stats-update-queue"`;

  expect((await jobs.row(job_id)).lease_expires_at).toEqual(message?.vt);
});

test('nobody else gets a job that is leased', async () => {
  await jobs.enqueue();
  await jobs.claimed('w1');

  expect(await jobs.claim({ worker: 'w2' })).toBeNull();
});

test('a claim waits for a job to come', async () => {
  const waiting = jobs.claim({ wait: 2 });
  const { job_id } = await jobs.enqueue();

  expect(await waiting).toMatchObject({ job_id });
});

test('a claim whose reply was lost is given again, not another job', async () => {
  const claimId = randomUUID();
  await jobs.enqueue();
  const first = await jobs.claim({ claimId });
  await jobs.enqueue();

  const again = await jobs.claim({ claimId });

  expect(again).toEqual(first);
});

test('a claim repeated while the first still waits is the same claim', async () => {
  const claimId = randomUUID();
  const both = Promise.all([jobs.claim({ claimId, wait: 2 }), jobs.claim({ claimId, wait: 2 })]);
  await jobs.enqueue();

  const [first, second] = await both;

  expect(second).toEqual(first);
  expect(first).not.toBeNull();
});

test('a claim repeated after its job was cancelled is over, and keeps nobody from the next', async () => {
  const claimId = randomUUID();
  const { job_id } = await jobs.enqueue();
  await jobs.claim({ claimId });
  await jobs.cancel(job_id);
  const next = await jobs.enqueue();

  expect(await jobs.claim({ claimId })).toBeNull();

  expect(await jobs.claim()).toMatchObject({ job_id: next.job_id });
});

test('an expired lease is a run used up, and the next worker gets a new token', async () => {
  await jobs.enqueue();
  const first = await jobs.claimed('w1');
  await jobs.letTimePass();

  const second = await jobs.claimed('w2');

  expect(second).toMatchObject({ job_id: first.job_id, attempt: 2 });
  expect(second.lease_token).not.toBe(first.lease_token);
});

test('a job whose every run ends without a word is failed by the next claim, which says so', async () => {
  const { job_id } = await jobs.enqueue();
  for (let run = 1; run <= 4; run += 1) {
    await jobs.claimed(`w${run}`);
    await jobs.letTimePass();
  }

  const answer = await jobs.askForJob();

  const error = 'Run 4 of 4 ended without a word: worker w4 stopped or lost its connection.';
  const row = await jobs.row(job_id);
  expect(answer).toEqual({
    failed: { job_id, request_id: row.job_payload.requestId, attempt: 4, error },
  });
  expect(row).toMatchObject({ status: 'failed', error_message: error });
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 1 });
});

test('a job that a trigger is joining is handed out at once', async () => {
  const { job_id } = await jobs.enqueue();

  await database.sql.begin(async (joining) => {
    await joining`
      insert into public.job_trigger (request_id, job_id, triggered_by)
      values (${randomUUID()}, ${job_id}, 'admin')`;
    expect(await jobs.claim()).toMatchObject({ job_id });
  });
});

test('a job whose row is locked is passed over for a second, not waited for', async () => {
  const { job_id } = await jobs.enqueue();
  await database.sql.begin(async (holder) => {
    await holder`select from public.background_job_status where id = ${job_id} for update`;

    expect(await jobs.claim()).toBeNull();
  });

  const [message] = await database.sql`
    select extract(epoch from vt - clock_timestamp()) as wait from pgmq."q_stats-update-queue"`;
  expect(Number(message?.wait)).toBeLessThanOrEqual(1);
  await jobs.letTimePass();
  expect(await jobs.claim()).toMatchObject({ job_id });
});

test.each([
  ['that is no object', 'hello', 'malformed: no job_id'],
  ['without a job id', {}, 'malformed: no job_id'],
  ['with a job id that is none', { job_id: 'x' }, 'malformed: no job_id'],
  [
    'of a job that does not exist',
    { job_id: '00000000-0000-4000-8000-000000000000' },
    'orphaned: the job does not exist',
  ],
])('a message %s is archived with the reason', async (_, message, reason) => {
  await database.sql`select pgmq.send('stats-update-queue', ${database.sql.json(message)}::jsonb)`;

  expect(await jobs.claim()).toBeNull();

  expect(await deadLetters()).toEqual([{ message, reason }]);
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 1 });
});

test('a message of a job that has ended is archived, and the job stays as it is', async () => {
  const { job_id } = await jobs.enqueue();
  await jobs.complete(await jobs.claimed());
  await database.sql`
    select pgmq.send('stats-update-queue', ${database.sql.json({ job_id })}::jsonb)`;

  expect(await jobs.claim()).toBeNull();

  expect(await deadLetters()).toMatchObject([{ reason: 'late: the job is completed' }]);
  expect((await jobs.row(job_id)).status).toBe('completed');
});

test('a message of a run on the edge functions is archived: no worker has a part in it', async () => {
  const [run] = await database.sql`
    insert into public.background_job_status (job_payload, via, status, started_at)
    values ('{}', 'edge-functions', 'processing', now()) returning id`;
  await database.sql`
    select pgmq.send('stats-update-queue', ${database.sql.json({ job_id: run?.id })}::jsonb)`;

  expect(await jobs.claim()).toBeNull();

  expect(await deadLetters()).toMatchObject([
    { reason: 'orphaned: the job runs on the edge functions' },
  ]);
  expect((await jobs.row(run?.id)).status).toBe('processing');
});

test('a second message for a live job is archived, and the first is worked', async () => {
  const { job_id } = await jobs.enqueue();
  await database.sql`
    select pgmq.send('stats-update-queue', ${database.sql.json({ job_id })}::jsonb)`;

  expect(await jobs.claim()).toMatchObject({ job_id });
  expect(await jobs.claim()).toBeNull();

  expect(await deadLetters()).toMatchObject([{ reason: expect.stringContaining('doubled') }]);
});

test('a lease of no time is refused', async () => {
  await expect(jobs.claim({ lease: 0 })).rejects.toThrow('a lease lasts at least one second');
});

test('a job is handed out although nobody knows how new any number is', async () => {
  const { job_id } = await jobs.enqueue();
  await database.sql`delete from public.cache_metadata`;

  expect(await jobs.claim()).toMatchObject({ job_id, computed: {} });
});
