import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RETRY_POLICY } from '../../../src/jobs/retry-policy.ts';
import type { TestDatabase } from '../../database.ts';
import { type Jobs, jobsOf, queueDatabase } from './jobs.ts';

let database: TestDatabase;
let jobs: Jobs;

beforeEach(async () => {
  database = await queueDatabase();
  jobs = jobsOf(database);
});
afterEach(() => database.drop());

async function failForGood(): Promise<string> {
  const { job_id } = await jobs.enqueue();
  for (let run = 1; run <= 4; run += 1) {
    await jobs.fail(await jobs.claimed());
    await jobs.letTimePass();
  }
  return job_id;
}

test('a failed run goes back to the queue and says when it may run again', async () => {
  const { job_id } = await jobs.enqueue();
  const claim = await jobs.claimed();

  expect(await jobs.fail(claim)).toBe('queued');

  const row = await jobs.row(job_id);
  expect(row).toMatchObject({ status: 'queued', retry_count: 1, error_message: 'it broke' });
  const [message] = await database.sql`select vt from pgmq."q_stats-update-queue"`;
  expect(row.next_attempt_at).toEqual(message?.vt);
});

test('reporting the same failure again changes nothing', async () => {
  const { job_id } = await jobs.enqueue();
  const claim = await jobs.claimed();

  expect([await jobs.fail(claim), await jobs.fail(claim)]).toEqual(['queued', 'queued']);

  expect((await jobs.row(job_id)).retry_count).toBe(1);
});

test('a job runs four times in all, then is failed with its reason', async () => {
  const jobId = await failForGood();

  const row = await jobs.row(jobId);
  expect(row).toMatchObject({ status: 'failed', retry_count: 3, error_message: 'it broke' });
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 1 });
});

test('the wait before a retry is anything up to its bound, which doubles up to the cap', async () => {
  const { backoffBaseSeconds: base, backoffCapSeconds: cap } = RETRY_POLICY;
  const waits: number[] = [];

  const { job_id } = await jobs.enqueue();
  for (let round = 0; round < 60; round += 1) {
    await database.sql`
      update public.background_job_status set retry_count = 2 where id = ${job_id}`;
    await jobs.fail(await jobs.claimed());
    const [row] = await database.sql<{ wait: number }[]>`
      select extract(epoch from next_attempt_at - updated_at)::float as wait
      from public.background_job_status where id = ${job_id}`;
    waits.push(row?.wait ?? Number.NaN);
    await jobs.letTimePass();
  }

  const bound = Math.min(cap, base * 2 ** 2);
  expect(Math.max(...waits)).toBeLessThanOrEqual(bound);
  expect(Math.min(...waits)).toBeGreaterThan(0);
  // Of sixty draws from eight values at least three differ, except once in ten to the thirty.
  expect(new Set(waits.map(Math.round)).size).toBeGreaterThan(2);
});

test('retrying a failed job makes a new one that says what it repeats', async () => {
  const failed = await failForGood();

  const answer = await jobs.retry(failed);

  expect(answer).toMatchObject({ status: 'queued', coalesced: false });
  expect(await jobs.row(answer?.job_id ?? '')).toMatchObject({ retry_of: failed, force: true });
});

test('retrying joins the job that waits, and the same click twice is one retry', async () => {
  const failed = await failForGood();
  const waiting = await jobs.enqueue();
  const requestId = randomUUID();

  const first = await jobs.retry(failed, requestId);
  const second = await jobs.retry(failed, requestId);

  expect(first?.job_id).toBe(waiting.job_id);
  expect(second?.job_id).toBe(waiting.job_id);
});

test('only a failed job is retried', async () => {
  const { job_id } = await jobs.enqueue();

  expect(await jobs.retry(job_id)).toEqual({ status: 'queued' });
  expect(await jobs.retry(randomUUID())).toBeNull();
});

test('cancelling a queued job takes its message off the queue', async () => {
  const { job_id } = await jobs.enqueue();

  expect(await jobs.cancel(job_id)).toBe('cancelled');
  expect(await jobs.cancel(job_id)).toBe('cancelled');

  expect(await jobs.messages()).toEqual({ queued: 0, archived: 1 });
  expect(await jobs.claim()).toBeNull();
});

test('cancelling a running job revokes its lease', async () => {
  const { job_id } = await jobs.enqueue();
  const claim = await jobs.claimed();

  expect(await jobs.cancel(job_id)).toBe('cancelled');

  expect(await jobs.complete(claim)).toBe(false);
  expect((await jobs.row(job_id)).status).toBe('cancelled');
});

test('a job that has ended is not cancelled, and one that does not exist neither', async () => {
  const { job_id } = await jobs.enqueue();
  await jobs.complete(await jobs.claimed());

  expect(await jobs.cancel(job_id)).toBe('completed');
  expect(await jobs.cancel(randomUUID())).toBeNull();
});
