import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../../database.ts';
import { type Claim, type Jobs, jobsOf, queueDatabase } from './jobs.ts';

let database: TestDatabase;
let jobs: Jobs;

beforeEach(async () => {
  database = await queueDatabase();
  jobs = jobsOf(database);
});
afterEach(() => database.drop());

const RESULT = {
  function: 'update_power_ratings',
  status: 'success',
  attempt: 1,
  duration_ms: 12,
  rows: 3,
};

async function queueState() {
  return {
    rows: await database.sql`select * from public.background_job_status`,
    messages: await database.sql`select * from pgmq."q_stats-update-queue"`,
    archive: await database.sql`select * from pgmq."a_stats-update-queue"`,
  };
}

describe('a worker that lost its lease', () => {
  let stale: Claim;

  beforeEach(async () => {
    await jobs.enqueue();
    stale = await jobs.claimed('stale');
    await jobs.letTimePass();
    await jobs.claimed('current');
  });

  test.each([
    ['extend', (claim: Claim) => jobs.extend(claim), null],
    ['record', (claim: Claim) => jobs.record(claim, RESULT), false],
    ['complete', (claim: Claim) => jobs.complete(claim), false],
    ['fail', (claim: Claim) => jobs.fail(claim), null],
    ['release', (claim: Claim) => jobs.release(claim), false],
  ])('changes nothing by %s', async (_, act, refusal) => {
    const before = await queueState();

    expect(await act(stale)).toBe(refusal);

    expect(await queueState()).toEqual(before);
  });
});

test('extending moves the end of the lease and the message together', async () => {
  const { job_id } = await jobs.enqueue();
  const claim = await jobs.claimed('w1', 2);

  const until = await jobs.extend(claim, 60);

  const [message] = await database.sql`select vt from pgmq."q_stats-update-queue"`;
  expect(until).toEqual(message?.vt);
  expect((await jobs.row(job_id)).lease_expires_at).toEqual(message?.vt);
});

test('a lease is not extended to its end', async () => {
  await jobs.enqueue();
  const claim = await jobs.claimed();

  await expect(jobs.extend(claim, 0)).rejects.toThrow('a lease lasts at least one second, not 0');
});

test('a lease extended after its message was deleted by hand lasts, and then the job runs again', async () => {
  const { job_id } = await jobs.enqueue();
  const claim = await jobs.claimed();
  await database.sql`delete from pgmq."q_stats-update-queue"`;

  const until = await jobs.extend(claim, 60);

  expect((await jobs.row(job_id)).lease_expires_at).toEqual(until);
  await jobs.letTimePass();
  await jobs.reconcile();
  expect(await jobs.claimed()).toMatchObject({ job_id, attempt: 2 });
});

test('a job completes once: message archived, the answer repeatable', async () => {
  const { job_id } = await jobs.enqueue();
  const claim = await jobs.claimed();

  expect(await jobs.complete(claim)).toBe(true);
  expect(await jobs.complete(claim)).toBe(true);

  const row = await jobs.row(job_id);
  expect(row).toMatchObject({ status: 'completed', lease_expires_at: null });
  expect(row.results).toMatchObject({ cache_invalidation_success: true, source_version: 0 });
  expect(row.results.visible_at).toEqual(expect.any(String));
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 1 });
});

test('a job the site was not told of completes saying so', async () => {
  const { job_id } = await jobs.enqueue();
  await database.sql`
    update public.cache_metadata set computed_run = 2 where cache_key = 'hall_of_fame'`;

  await jobs.complete(await jobs.claimed(), false);

  expect((await jobs.row(job_id)).results).toMatchObject({
    cache_invalidation_success: false,
    visible_at: null,
  });
});

test('a job whose worker could not tell the site is told of in full if another could', async () => {
  const { job_id } = await jobs.enqueue();
  await database.sql`
    update public.cache_metadata set computed_run = 2 where cache_key = 'hall_of_fame'`;
  const claim = await jobs.claimed();
  await jobs.markInvalidated([{ tag: 'hall_of_fame', run: 2 }]);

  await jobs.complete(claim, false);

  const { results } = await jobs.row(job_id);
  expect(results).toMatchObject({ cache_invalidation_success: true });
  expect(results.visible_at).toEqual(expect.any(String));
});

test('the version a job tells is the oldest of any aggregate', async () => {
  const { job_id } = await jobs.enqueue();
  const claim = await jobs.claimed();
  await database.sql`update public.cache_metadata set computed_version = 9`;
  await database.sql`
    update public.cache_metadata set computed_version = 7 where cache_key = 'hall_of_fame'`;

  await jobs.complete(claim);

  expect((await jobs.row(job_id)).results).toMatchObject({ source_version: 7 });
});

test('a job that the site was told of late is told of in full then', async () => {
  const { job_id } = await jobs.enqueue();
  await database.sql`
    update public.cache_metadata set computed_run = 2 where cache_key in ('hall_of_fame', 'match_report')`;
  await jobs.complete(await jobs.claimed(), false);

  await jobs.markInvalidated([{ tag: 'hall_of_fame', run: 2 }]);
  expect((await jobs.row(job_id)).results).toMatchObject({ cache_invalidation_success: false });
  await jobs.markInvalidated([{ tag: 'match_report', run: 2 }]);

  const { results } = await jobs.row(job_id);
  expect(results).toMatchObject({ cache_invalidation_success: true });
  expect(results.visible_at).toEqual(expect.any(String));
});

test('a released job is ready at once and has used up no run', async () => {
  await jobs.enqueue();
  const first = await jobs.claimed('w1');

  expect(await jobs.release(first)).toBe(true);
  expect(await jobs.release(first)).toBe(true);

  expect(await jobs.claimed('w2')).toMatchObject({ job_id: first.job_id, attempt: 1 });
});

describe('recording a function', () => {
  test('counts outcomes and keeps the database’s time', async () => {
    const { job_id } = await jobs.enqueue();
    const claim = await jobs.claimed();

    await jobs.record(claim, RESULT);
    await jobs.record(claim, { ...RESULT, function: 'update_aggregated_hall_of_fame', rows: 0 });
    await jobs.record(claim, {
      function: 'update_aggregated_season_race_data',
      status: 'failed',
      attempt: 1,
      duration_ms: 5,
      rows: null,
      error: 'division by zero',
    });

    const { results } = await jobs.row(job_id);
    expect(results).toMatchObject({ successful_functions: 2, failed_functions: 1 });
    const [first, , third] = results.function_results;
    expect(first).toMatchObject({ function: 'update_power_ratings', rows: 3 });
    expect(Date.now() - Date.parse(first.started_at)).toBeLessThan(60_000);
    expect(third.attempts).toMatchObject([{ attempt: 1, error: 'division by zero' }]);
  });

  test('twice for the same run counts once', async () => {
    const { job_id } = await jobs.enqueue();
    const claim = await jobs.claimed();

    await jobs.record(claim, RESULT);
    await jobs.record(claim, RESULT);

    const { results } = await jobs.row(job_id);
    expect(results.function_results).toHaveLength(1);
    expect(results.function_results[0].attempts).toHaveLength(1);
  });

  test('a retry keeps what the earlier run said', async () => {
    const { job_id } = await jobs.enqueue();
    const first = await jobs.claimed();
    await jobs.record(first, { ...RESULT, status: 'failed', rows: null, error: 'deadlock' });
    await jobs.fail(first);
    await jobs.letTimePass();
    const second = await jobs.claimed();

    await jobs.record(second, { ...RESULT, attempt: 2 });

    const { results } = await jobs.row(job_id);
    expect(results).toMatchObject({ successful_functions: 1, failed_functions: 0 });
    expect(results.function_results[0]).toMatchObject({
      status: 'success',
      attempts: [{ attempt: 1, error: 'deadlock' }, { attempt: 2 }],
    });
  });

  test('ten at once are all kept', async () => {
    const { job_id } = await jobs.enqueue();
    const claim = await jobs.claimed();

    await Promise.all(
      Array.from({ length: 10 }, (_, n) => jobs.record(claim, { ...RESULT, function: `f${n}` })),
    );

    expect((await jobs.row(job_id)).results.successful_functions).toBe(10);
  });
});
