import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { type Jobs, jobsOf } from './jobs.ts';

let database: TestDatabase;
let jobs: Jobs;

beforeEach(async () => {
  database = await freshDatabase();
  jobs = jobsOf(database);
});
afterEach(() => database.drop());

const NOTHING = {
  jobs_without_message: 0,
  messages_without_job: 0,
  fallback_runs_abandoned: 0,
  data_without_job: false,
};

test('a sound queue is left alone', async () => {
  await jobs.enqueue();
  await jobs.claimed();
  await jobs.enqueue();

  expect(await jobs.reconcile()).toEqual(NOTHING);
});

test('a queued job whose message is gone gets a new one and is worked', async () => {
  const { job_id } = await jobs.enqueue();
  await database.sql`delete from pgmq."q_stats-update-queue"`;

  expect(await jobs.reconcile()).toEqual({ ...NOTHING, jobs_without_message: 1 });

  expect(await jobs.claim()).toMatchObject({ job_id });
});

test('a running job whose message is gone gets one when its lease is over', async () => {
  const { job_id } = await jobs.enqueue();
  await jobs.claimed();
  await database.sql`delete from pgmq."q_stats-update-queue"`;

  expect(await jobs.reconcile()).toEqual(NOTHING);
  await jobs.letTimePass();
  expect(await jobs.reconcile()).toEqual({ ...NOTHING, jobs_without_message: 1 });

  expect(await jobs.claim()).toMatchObject({ job_id, attempt: 2 });
});

test('a message without a job is archived with the reason', async () => {
  await database.sql`select pgmq.send('stats-update-queue', '{"job_id": 1}'::jsonb)`;

  expect(await jobs.reconcile()).toEqual({ ...NOTHING, messages_without_job: 1 });

  expect(await jobs.messages()).toEqual({ queued: 0, archived: 1 });
  expect(await database.sql`select reason from public.dead_letter`).toEqual([
    { reason: 'malformed: no job_id' },
  ]);
});

test('an edge-function run nobody hears of is failed after five minutes', async () => {
  const [run] = await database.sql`
    insert into public.background_job_status (job_payload, via, status, started_at, updated_at)
    values ('{}', 'edge-functions', 'processing', now(), now() - interval '6 minutes')
    returning id`;

  expect(await jobs.reconcile()).toEqual({ ...NOTHING, fallback_runs_abandoned: 1 });

  expect(await jobs.row(run?.id)).toMatchObject({ status: 'failed' });
});

async function editByHand(minutesAgo: number) {
  await database.sql`insert into public.players (name) values ('Al')`;
  await database.sql`
    update public.source_version
    set changed_at = clock_timestamp() - make_interval(mins => ${minutesAgo})`;
}

test('data nobody enqueued for is noticed after five minutes', async () => {
  await editByHand(6);

  expect(await jobs.reconcile()).toEqual({ ...NOTHING, data_without_job: true });
  expect(await jobs.reconcile()).toEqual(NOTHING);

  expect(await jobs.claim()).toMatchObject({ required_version: 1 });
});

test('fresh data is given time: its own trigger may be on the way', async () => {
  await editByHand(4);

  expect(await jobs.reconcile()).toEqual(NOTHING);
});

test('data whose job failed waits for a person', async () => {
  await editByHand(6);
  await jobs.enqueue();
  for (let run = 1; run <= 4; run += 1) {
    await jobs.fail(await jobs.claimed());
    await jobs.letTimePass();
  }

  expect(await jobs.reconcile()).toEqual(NOTHING);
});

test('only one reconciles at a time', async () => {
  await database.sql.begin(async (other) => {
    await other`select public.reconcile_stats_queue()`;

    expect(await jobs.reconcile()).toBeNull();
  });
});
