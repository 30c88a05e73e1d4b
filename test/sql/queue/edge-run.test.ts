import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimedJob, planRun } from '../../../src/jobs/claim.ts';
import { STATS_FUNCTIONS } from '../../../src/jobs/stats-functions.ts';
import type { TestDatabase } from '../../database.ts';
import { type Begun, type Claim, type Jobs, jobsOf, queueDatabase } from './jobs.ts';

let database: TestDatabase;
let jobs: Jobs;

beforeEach(async () => {
  database = await queueDatabase();
  jobs = jobsOf(database);
});
afterEach(() => database.drop());

const RATINGS = { function: 'update_power_ratings', duration_ms: 40 };
const DONE = { ...RATINGS, status: 'success', attempt: 1, rows: 3 };

function claimOf({ claim }: Begun): Claim {
  if (!claim) throw new Error('the run was not handed out');
  return claim;
}

/** As if nothing had been heard of any run for so many minutes. */
const silentFor = (minutes: number) => database.sql`
  update public.background_job_status
  set updated_at = clock_timestamp() - make_interval(mins => ${minutes})
  where status = 'processing'`;

const isOfRun = async (requestId: string) => {
  const [asked] = await database.sql`
    select job_id from public.job_trigger where request_id = ${requestId}`;
  return asked?.job_id;
};

test('a run on the edge functions is a job that is processing, with its way and why, and no message', async () => {
  const requestId = randomUUID();

  const begun = await jobs.beginEdgeRun({
    triggeredBy: 'post-match',
    requestId,
    reason: 'queue_unavailable',
  });

  expect(begun).toMatchObject({ status: 'processing', via: 'edge-functions', coalesced: false });
  expect(await jobs.row(begun.job_id)).toMatchObject({
    via: 'edge-functions',
    via_reason: 'queue_unavailable',
    priority: 2,
    max_retries: 0,
    message_id: null,
    lease_expires_at: null,
  });
  expect(await isOfRun(requestId)).toBe(begun.job_id);
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 0 });
});

test('what it hands out is planned as any claim: what is up to date is not run again', async () => {
  await database.sql`insert into public.players (name) values ('Al')`;
  await database.sql`
    update public.cache_metadata
    set computed_version = 1, computed_as_of = public.club_today(), computed_run = 1
    where cache_key = 'hall_of_fame'`;

  const due = claimOf(await jobs.beginEdgeRun());
  const all = claimOf(await jobs.beginEdgeRun({ force: true }));

  expect(planRun(claimedJob.parse(due)).skip.map(({ rpc }) => rpc)).toEqual([
    'update_aggregated_hall_of_fame',
  ]);
  expect(planRun(claimedJob.parse(all)).run).toHaveLength(STATS_FUNCTIONS.length);
});

test('the same request gets the same run, and only its opener may drive it', async () => {
  const [requestId, token] = [randomUUID(), randomUUID()];

  const first = await jobs.beginEdgeRun({ requestId, token });
  const replyLost = await jobs.beginEdgeRun({ requestId, token });
  const another = await jobs.beginEdgeRun({ requestId });

  expect(replyLost).toEqual(first);
  expect(another).toEqual({ ...first, coalesced: true, claim: null });
});

test('of many deliveries of one request at once, one starts the run', async () => {
  const requestId = randomUUID();

  const begun = await Promise.all(
    Array.from({ length: 8 }, () => jobs.beginEdgeRun({ requestId })),
  );

  expect(begun.filter(({ claim }) => claim)).toHaveLength(1);
  expect(new Set(begun.map(({ job_id }) => job_id)).size).toBe(1);
  expect(await database.sql`select from public.background_job_status`).toHaveLength(1);
});

test('a request that was enqueued after all keeps its job on the queue', async () => {
  const requestId = randomUUID();
  const enqueued = await jobs.enqueue({ requestId });

  const begun = await jobs.beginEdgeRun({ requestId, reason: 'queue_unavailable' });

  expect(begun).toEqual({ ...enqueued, via: 'background-job', coalesced: true, claim: null });
});

test('a request that got its edge run keeps it when the queue is back', async () => {
  const requestId = randomUUID();
  const { job_id } = await jobs.beginEdgeRun({ requestId });

  expect(await jobs.enqueue({ requestId })).toEqual({
    job_id,
    status: 'processing',
    via: 'edge-functions',
    coalesced: true,
  });
  expect(await jobs.messages()).toEqual({ queued: 0, archived: 0 });
});

test('it waits for no enqueueing of the same request that hangs, which then undoes itself', async () => {
  const requestId = randomUUID();
  const outcome = database.sql.begin(async (hanging) => {
    await hanging`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`;
    const begun = await jobs.beginEdgeRun({ requestId });
    expect(begun.claim).not.toBeNull();
    await hanging`
      insert into public.job_trigger (request_id, job_id, triggered_by)
      values (${requestId}, ${begun.job_id}, 'admin')`;
  });

  await expect(outcome).rejects.toMatchObject({ code: '23505' });
});

test('it neither joins nor stands in the way of what waits', async () => {
  const waiting = await jobs.enqueue();

  const begun = await jobs.beginEdgeRun();
  const joined = await jobs.enqueue();

  expect(begun.job_id).not.toBe(waiting.job_id);
  expect(joined.job_id).toBe(waiting.job_id);
  expect(await jobs.claim()).toMatchObject({ job_id: waiting.job_id });
});

test('its steps are recorded and it ends as any job does', async () => {
  const claim = claimOf(await jobs.beginEdgeRun());
  await jobs.record(claim, { ...RATINGS, status: 'failed', attempt: 1, rows: null, error: 'no' });
  await jobs.record(claim, { ...DONE, attempt: 2 });

  expect(await jobs.complete(claim)).toBe(true);

  const row = await jobs.row(claim.job_id);
  expect(row).toMatchObject({ status: 'completed', results: { successful_functions: 1 } });
  expect(row.results.function_results[0].attempts).toHaveLength(2);
});

test('one that fails is failed at once: a person or the next trigger repeats it', async () => {
  const claim = claimOf(await jobs.beginEdgeRun());

  expect(await jobs.fail(claim)).toBe('failed');

  expect(await jobs.row(claim.job_id)).toMatchObject({ status: 'failed', retry_count: 0 });
});

test('a cancelled run records and completes nothing more', async () => {
  const claim = claimOf(await jobs.beginEdgeRun());

  expect(await jobs.cancel(claim.job_id)).toBe('cancelled');

  expect(await jobs.record(claim, DONE)).toBe(false);
  expect(await jobs.complete(claim)).toBe(false);
  expect(await jobs.fail(claim)).toBeNull();
});

test('without a worker to reconcile, the next run ends those that fell silent', async () => {
  const silent = claimOf(await jobs.beginEdgeRun());
  await silentFor(6);

  await jobs.beginEdgeRun();

  expect(await jobs.row(silent.job_id)).toMatchObject({ status: 'failed' });
  expect(await jobs.record(silent, DONE)).toBe(false);
});

test('what a run records is its sign of life', async () => {
  const claim = claimOf(await jobs.beginEdgeRun());
  await silentFor(4);
  await jobs.record(claim, DONE);
  await silentFor(4);

  await jobs.reconcile();

  expect(await jobs.row(claim.job_id)).toMatchObject({ status: 'processing' });
});

async function behindForTenMinutes() {
  await database.sql`insert into public.players (name) values ('Al')`;
  await database.sql`
    update public.source_version set changed_at = clock_timestamp() - interval '10 minutes'`;
}

test('data whose edge run failed or was cut off is caught up by the queue', async () => {
  await behindForTenMinutes();
  await jobs.beginEdgeRun();
  await silentFor(6);

  expect(await jobs.reconcile()).toMatchObject({
    fallback_runs_abandoned: 1,
    data_without_job: true,
  });
});

test('data whose edge run an admin cancelled waits for a person', async () => {
  await behindForTenMinutes();
  const { job_id } = await jobs.beginEdgeRun();
  await jobs.cancel(job_id);

  expect(await jobs.reconcile()).toMatchObject({ data_without_job: false });
});

test('a failed run, of either way, is retried on the way that is asked for', async () => {
  const failed = claimOf(await jobs.beginEdgeRun());
  await jobs.fail(failed);

  const onEdge = await jobs.retryOnEdge(failed.job_id);
  const onQueue = await jobs.retry(failed.job_id);

  expect(onEdge).toMatchObject({ via: 'edge-functions', status: 'processing' });
  expect(onQueue).toMatchObject({ via: 'background-job', status: 'queued' });
  const retries = await database.sql`
    select via, retry_of, force from public.background_job_status
    where retry_of is not null order by via`;
  expect(retries).toEqual([
    { via: 'background-job', retry_of: failed.job_id, force: true },
    { via: 'edge-functions', retry_of: failed.job_id, force: true },
  ]);
});

test('a run that did not fail is not retried, on neither way', async () => {
  const { job_id } = await jobs.beginEdgeRun();

  expect(await jobs.retryOnEdge(job_id)).toEqual({ status: 'processing' });
  expect(await jobs.retryOnEdge(randomUUID())).toBeNull();
});

test('one that ended long ago is forgotten with its trigger', async () => {
  const claim = claimOf(await jobs.beginEdgeRun());
  await jobs.complete(claim);
  await database.sql`
    update public.background_job_status set completed_at = completed_at - interval '91 days'`;

  expect(await jobs.prune(90)).toBe(1);
  expect(await database.sql`select from public.job_trigger`).toHaveLength(0);
});
