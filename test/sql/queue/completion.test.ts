import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AGGREGATE_TAGS, STATS_FUNCTIONS } from '../../../src/jobs/stats-functions.ts';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { type Claim, type Jobs, jobsOf } from './jobs.ts';

let database: TestDatabase;
let jobs: Jobs;

beforeEach(async () => {
  database = await freshDatabase();
  jobs = jobsOf(database);
});
afterEach(() => database.drop());

/** Runs the ten functions, and notes them as a worker does. */
async function work(claim: Claim) {
  for (const { rpc } of STATS_FUNCTIONS) {
    await database.as('service_role', (sql) => sql`select ${sql(`public.${rpc}`)}()`);
  }
  await jobs.recordAll(claim);
}

const newerRun = (tag: string) => database.sql`
  update public.cache_metadata set computed_run = computed_run + 1 where cache_key = ${tag}`;

/** The site has dropped everything. */
const tellAll = () => database.sql`
  update public.cache_metadata set invalidated_run = computed_run`;

/** What a site answers that serves this run of every aggregate. */
const servedRun = (run: number) => Object.fromEntries(AGGREGATE_TAGS.map((tag) => [tag, { run }]));

describe('a job completes only when it is done:', () => {
  test('with its functions run and noted', async () => {
    await jobs.enqueue();
    const claim = await jobs.claimed();
    await work(claim);

    expect(await jobs.complete(claim)).toBe(true);
  });

  test('not without a word of any function, whatever its worker says', async () => {
    const { job_id } = await jobs.enqueue();
    const claim = await jobs.claimed();

    await expect(jobs.complete(claim)).rejects.toThrow(
      'the job is not done: only 0 of its 10 functions have succeeded',
    );

    expect(await jobs.row(job_id)).toMatchObject({ status: 'processing' });
    expect(await jobs.messages()).toEqual({ queued: 1, archived: 0 });
  });

  test('not with one that failed', async () => {
    await jobs.enqueue();
    const claim = await jobs.claimed();
    await work(claim);
    await jobs.record(claim, {
      function: 'update_power_ratings',
      status: 'failed',
      attempt: 1,
      duration_ms: 1,
      rows: null,
      error: 'deadlock',
    });

    await expect(jobs.complete(claim)).rejects.toThrow('only 9 of its 10 functions');
  });

  test.each([
    ['an older version than required', 'computed_version = computed_version - 1'],
    ['an older day than required', 'computed_as_of = computed_as_of - 1'],
    ['no day at all', 'computed_as_of = null'],
  ])('not while an aggregate has %s', async (_, change) => {
    await database.sql`insert into public.players (name) values ('Al')`;
    await jobs.enqueue();
    const claim = await jobs.claimed();
    await work(claim);
    await database.sql.unsafe(
      `update public.cache_metadata set ${change} where cache_key = 'hall_of_fame'`,
    );

    await expect(jobs.complete(claim)).rejects.toThrow(
      'these stats are older than it requires: hall_of_fame',
    );
  });

  test('not by whoever has lost the lease: that is no error', async () => {
    await jobs.enqueue();
    const claim = await jobs.claimed();
    await jobs.letTimePass();
    await jobs.claimed('w2');

    expect(await jobs.complete(claim)).toBe(false);
  });
});

describe('a job that completed before anybody saw it on the site', () => {
  let jobId: string;
  const visibleAt = async () => (await jobs.row(jobId)).results.visible_at;

  beforeEach(async () => {
    jobId = (await jobs.enqueue()).job_id;
    const claim = await jobs.claimed();
    await work(claim);
    await tellAll();
    await database.as(
      'service_role',
      (sql) => sql`select public.complete_stats_job(${jobId}, ${claim.lease_token}, true, false)`,
    );
  });

  test('is visible once the site is seen to serve the newest run of everything', async () => {
    expect(await visibleAt()).toBeNull();

    expect(await jobs.noteServed(servedRun(1))).toEqual([]);

    expect(await visibleAt()).toEqual(expect.any(String));
  });

  test('is not while the site serves an older run, whose tag is to be dropped once more', async () => {
    await newerRun('hall_of_fame');
    await tellAll();

    expect(await jobs.noteServed(servedRun(1))).toEqual(['hall_of_fame']);

    expect(await visibleAt()).toBeNull();
  });

  test('nor while the site is still to be told, which is not to be done twice', async () => {
    await newerRun('hall_of_fame');

    expect(await jobs.noteServed(servedRun(1))).toEqual([]);

    expect(await visibleAt()).toBeNull();
  });

  test('nor by a site that does not serve a tag at all', async () => {
    const { hall_of_fame: _, ...others } = servedRun(1);

    expect(await jobs.noteServed(others)).toEqual(['hall_of_fame']);

    expect(await visibleAt()).toBeNull();
  });

  test('keeps the time at which it was first seen', async () => {
    await jobs.noteServed(servedRun(1));
    const first = await visibleAt();

    await jobs.noteServed(servedRun(1));

    expect(await visibleAt()).toBe(first);
  });
});
