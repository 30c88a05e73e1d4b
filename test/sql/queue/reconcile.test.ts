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

/** As after a backup was restored into a new project: the rows are back, the queue counts from one. */
const queueMadeAnew = () => database.sql`
  select pgmq.drop_queue('stats-update-queue'), pgmq.create('stats-update-queue')`;

test('jobs of a restored backup get messages of the new queue, whose ids they may remember', async () => {
  await jobs.enqueue();
  const running = await jobs.claimed();
  const waiting = await jobs.enqueue();
  await queueMadeAnew();
  await jobs.letTimePass();

  expect(await jobs.reconcile()).toEqual({ ...NOTHING, jobs_without_message: 2 });

  const claims = [await jobs.claimed(), await jobs.claimed()];
  expect(claims.map(({ job_id }) => job_id).toSorted()).toEqual(
    [running.job_id, waiting.job_id].toSorted(),
  );
  expect(await jobs.reconcile()).toEqual(NOTHING);
});

test('a trigger that comes before a restored queue was mended is taken, and nothing is lost', async () => {
  const { job_id: old } = await jobs.enqueue();
  await jobs.claimed();
  await queueMadeAnew();

  const { job_id: fresh } = await jobs.enqueue();
  await jobs.letTimePass();
  await jobs.reconcile();

  const claims = [await jobs.claimed(), await jobs.claimed()];
  expect(claims.map(({ job_id }) => job_id).toSorted()).toEqual([old, fresh].toSorted());
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
  await failForGood();

  expect(await jobs.reconcile()).toEqual(NOTHING);
});

/** Everything was computed for the day that it was `hoursAgo` at six in the morning or later. */
async function computedLately(hoursAgo: number) {
  await database.sql`
    update public.cache_metadata
    set computed_version = (select version from public.source_version), computed_run = 1,
        computed_as_of = public.club_today(
          clock_timestamp() - interval '6 hours' - make_interval(hours => ${hoursAgo})
        )`;
}

test('a night without its run is noticed in the morning', async () => {
  await computedLately(24);

  expect(await jobs.reconcile()).toEqual({ ...NOTHING, data_without_job: true });

  const [day] = await database.sql`select public.club_today()::text as today`;
  expect(await jobs.claim()).toMatchObject({ required_as_of: day?.today });
});

test('until six in the morning the nightly run may still come', async () => {
  await computedLately(0);

  expect(await jobs.reconcile()).toEqual(NOTHING);
});

test('one aggregate left behind by a day is enough', async () => {
  await computedLately(0);
  await database.sql`
    update public.cache_metadata set computed_as_of = computed_as_of - 1
    where cache_key = 'hall_of_fame'`;

  expect(await jobs.reconcile()).toEqual({ ...NOTHING, data_without_job: true });
});

test('a club that never computed anything has missed nothing', async () => {
  expect(await jobs.reconcile()).toEqual(NOTHING);
});

test.each([
  ['failed', failForGood],
  ['was cancelled', cancel],
  ['completed, and left it behind all the same', complete],
])('a day whose job %s is not tried again that day, but the next', async (_, end) => {
  await computedLately(24);
  await end();

  expect(await jobs.reconcile()).toEqual(NOTHING);

  await database.sql`update public.background_job_status set required_as_of = required_as_of - 2`;
  expect(await jobs.reconcile()).toEqual({ ...NOTHING, data_without_job: true });
});

async function cancel() {
  await jobs.cancel((await jobs.enqueue()).job_id);
}

async function complete() {
  await jobs.enqueue();
  await jobs.complete(await jobs.claimed());
}

async function failForGood() {
  await jobs.enqueue();
  for (let run = 1; run <= 4; run += 1) {
    await jobs.fail(await jobs.claimed());
    await jobs.letTimePass();
  }
}

test('only one reconciles at a time', async () => {
  await database.sql.begin(async (other) => {
    await other`select public.reconcile_stats_queue()`;

    expect(await jobs.reconcile()).toBeNull();
  });
});
