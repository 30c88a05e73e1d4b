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

const jobCount = async () => (await database.sql`select from public.background_job_status`).length;
const triggerCount = async () => (await database.sql`select from public.job_trigger`).length;

test('a trigger makes a job, a message and a trigger row', async () => {
  const { job_id, status, coalesced } = await jobs.enqueue({ triggeredBy: 'post-match' });

  expect({ status, coalesced }).toEqual({ status: 'queued', coalesced: false });
  expect(await jobs.row(job_id)).toMatchObject({ status: 'queued', priority: 2, retry_count: 0 });
  expect(await jobs.messages()).toEqual({ queued: 1, archived: 0 });
  expect(await triggerCount()).toBe(1);
});

test('the same request id gets the same job again', async () => {
  const requestId = randomUUID();
  const first = await jobs.enqueue({ requestId });

  const second = await jobs.enqueue({ requestId });

  expect(second).toEqual({ ...first, coalesced: true });
  expect(await triggerCount()).toBe(1);
});

test('the same request id gets its job also after that has ended', async () => {
  const requestId = randomUUID();
  const { job_id } = await jobs.enqueue({ requestId });
  await jobs.complete(await jobs.claimed());

  const again = await jobs.enqueue({ requestId });

  expect(again).toMatchObject({ job_id, status: 'completed' });
  expect(await jobCount()).toBe(1);
});

test('a trigger joins the waiting job, raising its priority, version and force', async () => {
  const first = await jobs.enqueue({ triggeredBy: 'cron' });
  await database.sql`insert into public.players (name) values ('Al')`;

  const second = await jobs.enqueue({ triggeredBy: 'post-match', force: true });

  expect(second).toMatchObject({ job_id: first.job_id, status: 'queued', coalesced: true });
  expect(await jobs.row(first.job_id)).toMatchObject({
    priority: 2,
    force: true,
    required_version: '1',
  });
  expect(await triggerCount()).toBe(2);
});

test('while a job runs exactly one successor waits', async () => {
  const running = await jobs.enqueue();
  await jobs.claimed();

  const answers = [await jobs.enqueue(), await jobs.enqueue(), await jobs.enqueue()];

  const [successor] = answers;
  expect(successor?.job_id).not.toBe(running.job_id);
  expect(answers.map(({ job_id }) => job_id)).toEqual(Array(3).fill(successor?.job_id));
  expect(answers.map(({ coalesced }) => coalesced)).toEqual([false, true, true]);
});

test('a job that backs off is not joined: its run may be about to start', async () => {
  const first = await jobs.enqueue();
  await jobs.fail(await jobs.claimed());

  const second = await jobs.enqueue();

  expect(second.job_id).not.toBe(first.job_id);
});

test('fifty triggers at once end in one job', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => jobs.enqueue()));

  expect(new Set(answers.map(({ job_id }) => job_id)).size).toBe(1);
  expect(answers.filter(({ coalesced }) => !coalesced)).toHaveLength(1);
  expect(await jobs.messages()).toEqual({ queued: 1, archived: 0 });
  expect(await triggerCount()).toBe(50);
});

test('one click delivered fifty times is one trigger', async () => {
  const requestId = randomUUID();

  await Promise.all(Array.from({ length: 50 }, () => jobs.enqueue({ requestId })));

  expect(await triggerCount()).toBe(1);
  expect(await jobCount()).toBe(1);
});

test('a payload without a time is given one', async () => {
  const requestId = randomUUID();
  await database.as(
    'service_role',
    (sql) => sql`select public.enqueue_stats_job(
      ${sql.json({ triggeredBy: 'admin', requestId })}, false)`,
  );

  const [row] = await database.sql`select job_payload from public.background_job_status`;

  expect(Date.parse(row?.job_payload.timestamp)).toBeGreaterThan(Date.now() - 60_000);
});

test('a trigger that cannot be written leaves neither job nor message', async () => {
  const badTrigger = database.as(
    'service_role',
    (sql) => sql`select public.enqueue_stats_job(
      ${sql.json({ triggeredBy: 'nobody', requestId: randomUUID() })}, false)`,
  );

  await expect(badTrigger).rejects.toThrow('job_trigger_triggered_by_is_known');
  expect(await jobCount()).toBe(0);
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 0 });
});

test('a trigger with nothing to raise joins without waiting for the row', async () => {
  const { job_id } = await jobs.enqueue();

  await database.sql.begin(async (another) => {
    await another`select from public.background_job_status for no key update`;

    expect(await jobs.enqueue()).toMatchObject({ job_id, coalesced: true });
  });
});
