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

/** As if everything so far had happened that many days ago. */
async function daysLater(days: number) {
  await database.sql`
    update public.background_job_status
    set created_at = created_at - make_interval(days => ${days}),
        completed_at = completed_at - make_interval(days => ${days})`;
  await database.sql`
    update pgmq."a_stats-update-queue"
    set archived_at = archived_at - make_interval(days => ${days})`;
  await database.sql`
    update public.dead_letter set created_at = created_at - make_interval(days => ${days})`;
}

test('a job that ended long ago goes with its triggers and its message', async () => {
  await jobs.enqueue();
  await jobs.complete(await jobs.claimed());
  await database.sql`select pgmq.send('stats-update-queue', '{}'::jsonb)`;
  await jobs.claim();
  await daysLater(91);

  expect(await jobs.prune(90)).toBe(1);

  expect(await database.sql`select from public.background_job_status`).toHaveLength(0);
  expect(await database.sql`select from public.job_trigger`).toHaveLength(0);
  expect(await database.sql`select from public.dead_letter`).toHaveLength(0);
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 0 });
});

test('what ended lately is kept', async () => {
  await jobs.enqueue();
  await jobs.complete(await jobs.claimed());
  await daysLater(89);

  expect(await jobs.prune(90)).toBe(0);
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 1 });
});

test('a live job is kept however old', async () => {
  await jobs.enqueue();
  await jobs.claimed();
  await jobs.enqueue();
  await daysLater(1000);

  expect(await jobs.prune(1)).toBe(0);
  expect(await jobs.messages()).toEqual({ queued: 2, archived: 0 });
});

test('the retry of a job that is forgotten is kept', async () => {
  const { job_id: failed } = await jobs.enqueue();
  for (let run = 1; run <= 4; run += 1) {
    await jobs.fail(await jobs.claimed());
    await jobs.letTimePass();
  }
  await daysLater(91);
  const retry = await jobs.retry(failed);

  expect(await jobs.prune(90)).toBe(1);

  expect(await jobs.row(retry?.job_id ?? '')).toMatchObject({ status: 'queued', retry_of: null });
});

test('keeping jobs for no time is refused', async () => {
  await expect(jobs.prune(0)).rejects.toThrow('at least one day');
});

test('a long backlog takes several calls, the oldest first', async () => {
  const ended: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { job_id } = await jobs.enqueue();
    await jobs.complete(await jobs.claimed());
    ended.push(job_id);
  }
  await daysLater(91);

  expect(await jobs.prune(90, 2)).toBe(2);
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 1 });
  expect(await jobs.row(ended[2] ?? '')).toMatchObject({ status: 'completed' });

  expect(await jobs.prune(90, 2)).toBe(1);
});
