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

/** A worker's row, and in `tuple` which version of it: another after every write. */
async function heartbeat(worker = 'w1') {
  const [row] = await database.sql`
    select ctid::text as tuple, version, stopped_at,
           extract(epoch from clock_timestamp() - last_beat_at)::float as age
    from public.worker_heartbeat where worker_id = ${worker}`;
  if (!row) throw new Error(`${worker} has no row`);
  return row;
}

const register = (worker: string, stopped = false) =>
  database.as(
    'service_role',
    (sql) => sql`select public.beat_stats_worker(${worker}, '1.0.0', ${stopped})`,
  );

/** Still so when a busy machine has taken its time over the test. */
const JUST_NOW = -30;

const lastBeat = (secondsAgo: number) => database.sql`
  update public.worker_heartbeat
  set last_beat_at = clock_timestamp() - make_interval(secs => ${secondsAgo})`;

const compute = (secondsAgo: number) => database.sql`
  update public.cache_metadata
  set computed_run = computed_run + 1,
      computed_at = clock_timestamp() - make_interval(secs => ${secondsAgo})
  where cache_key = 'hall_of_fame'`;

test('an idle claim is a sign of life', async () => {
  await register('w1');
  await lastBeat(25);

  await jobs.claim();

  const { age, version } = await heartbeat();
  expect(age).toBeLessThan(25);
  expect(version).toBe('1.0.0');
});

test('so is extending a lease: a worker busy with a long job lives', async () => {
  await jobs.enqueue();
  const claim = await jobs.claimed('w1');
  await lastBeat(25);

  await jobs.extend(claim);

  expect((await heartbeat()).age).toBeLessThan(25);
});

test('a claim soon after another writes nothing', async () => {
  await register('w1');
  await lastBeat(JUST_NOW);
  const before = await heartbeat();

  await jobs.claim();

  expect((await heartbeat()).tuple).toBe(before.tuple);
});

test('a claim that comes after its worker’s goodbye does not bring it back', async () => {
  await register('w1', true);
  await lastBeat(25);

  await jobs.claim();

  expect((await heartbeat()).stopped_at).not.toBeNull();
});

test('a worker whose row is gone has one again after its next claim', async () => {
  await jobs.claim({ worker: 'w2' });

  expect(await heartbeat('w2')).toMatchObject({ version: 'unknown', stopped_at: null });
});

test('registering after that says which version it is', async () => {
  await jobs.claim();

  await register('w1');

  expect(await heartbeat()).toMatchObject({ version: '1.0.0' });
});

test('a claim with nothing to do says that tags were left owed', async () => {
  await compute(6);

  expect(await jobs.askForJob()).toEqual({ owed: true });
});

test('what was computed a moment ago is being told by whoever computed it', async () => {
  await compute(JUST_NOW);

  expect(await jobs.askForJob()).toBeNull();
});

test('what has been told is not owed', async () => {
  await compute(6);
  await jobs.markInvalidated([{ tag: 'hall_of_fame', run: 1 }]);

  expect(await jobs.askForJob()).toBeNull();
});

test('a job comes before what is owed', async () => {
  const { job_id } = await jobs.enqueue();
  await compute(6);

  expect(await jobs.askForJob()).toMatchObject({ job_id });
});
