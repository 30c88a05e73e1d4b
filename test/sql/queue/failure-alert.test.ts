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

interface Alert {
  job_id: string;
  attempts: number;
  error: string;
}

/** @param meanwhile done before what was taken is committed */
function take(meanwhile: () => Promise<void> = async () => {}): Promise<Alert | null> {
  return database.as('service_role', async (sql) => {
    const [row] = await sql<{ answer: Alert | null }[]>`
      select public.take_failure_alert() as answer`;
    await meanwhile();
    return row?.answer ?? null;
  });
}

const noteSent = (jobId: string) =>
  database.as('service_role', (sql) => sql`select public.note_failure_alert_sent(${jobId})`);

/** A job that failed in each of its four runs. */
async function failed(): Promise<string> {
  const { job_id: jobId } = await jobs.enqueue();
  for (let run = 1; run <= 4; run += 1) {
    await jobs.fail(await jobs.claimed());
    await jobs.letTimePass();
  }
  return jobId;
}

/** As if all that was taken had been taken that much earlier. */
const later = (time: string) =>
  database.sql`update public.failure_alert set taken_at = taken_at - ${time}::interval`;

test('a job that failed for good is handed out once, with what is worth knowing', async () => {
  const jobId = await failed();

  expect(await take()).toMatchObject({
    job_id: jobId,
    triggered_by: 'admin',
    via: 'background-job',
    attempts: 4,
    error: 'it broke',
  });
  expect(await take()).toBeNull();
});

test('a job whose last lease ran out is a failure, too', async () => {
  const { job_id: jobId } = await jobs.enqueue();
  for (let run = 1; run <= 4; run += 1) {
    await jobs.claimed();
    await jobs.letTimePass();
  }
  await jobs.claim();

  expect(await take()).toMatchObject({
    job_id: jobId,
    error: expect.stringContaining('without a word'),
  });
});

test('an edge-function run that was cut off is a failure, too', async () => {
  await database.sql`
    insert into public.background_job_status (job_payload, via, status, started_at, updated_at)
    values ('{"triggeredBy": "cron"}', 'edge-functions', 'processing',
            clock_timestamp(), clock_timestamp() - interval '6 minutes')`;
  await jobs.reconcile();

  expect(await take()).toMatchObject({ via: 'edge-functions', triggered_by: 'cron', attempts: 1 });
});

test('jobs that wait, run, back off, completed or were cancelled are no failures', async () => {
  await jobs.enqueue();
  await jobs.complete(await jobs.claimed());
  const { job_id: cancelled } = await jobs.enqueue();
  await jobs.cancel(cancelled);
  await jobs.enqueue();
  await jobs.fail(await jobs.claimed());
  await jobs.enqueue();

  expect(await take()).toBeNull();
});

test('what was not noted as sent is handed out again after half a minute', async () => {
  const jobId = await failed();
  await take();

  await later('15 seconds');
  expect(await take()).toBeNull();
  await later('16 seconds');
  expect(await take()).toMatchObject({ job_id: jobId });
});

test('what was noted as sent is not', async () => {
  const jobId = await failed();
  await take();

  await noteSent(jobId);
  await later('1 hour');

  expect(await take()).toBeNull();
});

test('one that cannot be told does not stand in the way of the next', async () => {
  const first = await failed();
  await take();
  const second = await failed();
  await later('1 minute');

  expect(await take()).toMatchObject({ job_id: second });
  expect(await take()).toMatchObject({ job_id: first });
});

test('what failed more than a day ago is no news', async () => {
  const jobId = await failed();
  await database.sql`
    update public.background_job_status
    set completed_at = completed_at - interval '25 hours' where id = ${jobId}`;

  expect(await take()).toBeNull();
});

test('of two workers at once one gets it', async () => {
  await failed();

  const taken = await Promise.all([take(), take(), take(), take()]);

  expect(taken.filter((alert) => alert !== null)).toHaveLength(1);
});

test('of two workers at once each gets one of two', async () => {
  const jobIds = [await failed(), await failed()];
  let other: Alert | null = null;

  const one = await take(async () => {
    other = await take();
  });

  expect([one, other]).toMatchObject(jobIds.map((jobId) => ({ job_id: jobId })));
});

test('it is forgotten with its job', async () => {
  await failed();
  await take();
  await database.sql`
    update public.background_job_status set completed_at = completed_at - interval '91 days'`;

  await jobs.prune(90);

  expect(await database.sql`select from public.failure_alert`).toHaveLength(0);
});
