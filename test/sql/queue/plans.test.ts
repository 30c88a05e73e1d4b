import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../../database.ts';
import { type Claim, queueDatabase } from './jobs.ts';
import { type Explainer, explainer } from './plans.ts';

// Ten thousand jobs that ended and five thousand that wait: whatever looks at them all, shows.
const ENDED = 10_000;
const WAITING = 5_000;
/** These grow with the club's years; the others have a row per aggregate, worker or setting. */
const GROWING = [
  'background_job_status',
  'job_trigger',
  'dead_letter',
  'q_stats-update-queue',
  'a_stats-update-queue',
];

let database: TestDatabase;
let explaining: Explainer;

beforeAll(async () => {
  database = await queueDatabase();
  await fill(database.sql);
  explaining = await explainer(database);
});
afterAll(async () => {
  await explaining.end();
  await database.drop();
});

async function fill(sql: postgres.Sql) {
  await sql`
    insert into public.background_job_status
      (job_payload, status, created_at, started_at, completed_at, message_id, claim_id,
       required_version, required_as_of)
    select jsonb_build_object('triggeredBy', 'cron', 'requestId', gen_random_uuid()),
           case when n % 50 = 0 then 'failed' when n % 99 = 0 then 'cancelled' else 'completed' end,
           at, at, at, -n, gen_random_uuid(), ${ENDED} - n, at::date
    from generate_series(1, ${ENDED}) as n
    cross join lateral (select clock_timestamp() - n * interval '1 hour' as at) as _`;
  await sql`
    insert into public.job_trigger (request_id, job_id, triggered_by)
    select gen_random_uuid(), id, 'cron' from public.background_job_status`;
  await sql`
    insert into pgmq."a_stats-update-queue" (msg_id, read_ct, enqueued_at, vt, message, archived_at)
    select message_id, 1, created_at, created_at, '{}', completed_at
    from public.background_job_status`;

  // Backing off, so that they are many: of those that never started at most one waits.
  await sql`
    with waiting as (
      insert into public.background_job_status (job_payload, status, started_at)
      select jsonb_build_object('triggeredBy', 'cron', 'requestId', gen_random_uuid()),
             'queued', clock_timestamp()
      from generate_series(1, ${WAITING})
      returning id
    )
    select public.send_stats_job_message(id) from waiting`;
  await sql`
    update public.background_job_status as job set message_id = message.msg_id
    from pgmq."q_stats-update-queue" as message
    where (message.message ->> 'job_id')::uuid = job.id`;
  await sql`update public.source_version set version = ${ENDED}`;
  await sql`analyze`;
}

/** The growing tables that a call reads whole, by name. */
async function readWhole(work: (sql: postgres.Sql) => Promise<unknown>): Promise<string[]> {
  const { statements, wholeReads } = await explaining.explain(work);
  expect(statements).toBeGreaterThan(1);
  const tables = wholeReads.map(({ table }) => table);
  return [...new Set(tables.filter((table) => GROWING.includes(table)))];
}

const enqueue = (sql: postgres.Sql, requestId: string = randomUUID()) =>
  sql`select public.enqueue_stats_job(${sql.json({ triggeredBy: 'admin', requestId })})`;

async function claim(sql: postgres.Sql): Promise<Claim> {
  const [row] = await sql<{ answer: Claim }[]>`
    select public.claim_stats_job('w1', ${randomUUID()}, 30, 2) as answer`;
  if (!row) throw new Error('there is a job to claim');
  return row.answer;
}

test('a table read whole is noticed', async () => {
  expect(
    await readWhole(
      (sql) => sql`select public.stats_queue_overview(), count(*) from public.background_job_status
                   where worker_id is null`,
    ),
  ).toContain('background_job_status');
});

test('enqueueing finds the job that waits, and a trigger made twice, by index', async () => {
  const requestId = randomUUID();

  expect(await readWhole((sql) => enqueue(sql, requestId))).toEqual([]);
  expect(await readWhole((sql) => enqueue(sql))).toEqual([]);
  expect(await readWhole((sql) => enqueue(sql, requestId))).toEqual([]);
});

test('a claim goes from the next message to its job by index', async () => {
  expect(await readWhole(claim)).toEqual([]);
});

test('what a worker does with a job finds it by index', async () => {
  const result = { function: 'f', status: 'success', attempt: 1, duration_ms: 1, rows: 0 };
  const work = async (sql: postgres.Sql) => {
    const done = await claim(sql);
    await sql`select public.extend_stats_job_lease(${done.job_id}, ${done.lease_token}, 30)`;
    await sql`select public.record_stats_function_results(
      ${done.job_id}, ${done.lease_token}, ${sql.json([result])})`;
    await sql`select public.mark_cache_invalidated('[]')`;
    await sql`select public.note_served_stats('{}')`;
    await sql`select public.complete_stats_job(${done.job_id}, ${done.lease_token}, true, true)`;
    const failed = await claim(sql);
    await sql`select public.fail_stats_job(${failed.job_id}, ${failed.lease_token}, 'no', 1, 1)`;
    const released = await claim(sql);
    await sql`select public.release_stats_job(${released.job_id}, ${released.lease_token})`;
  };

  expect(await readWhole(work)).toEqual([]);
});

test.each([
  ['the last ten', {}],
  ['of a status', { p_status: 'failed' }],
  ['of a status that none has', { p_status: 'processing' }],
  ['of a trigger that none had', { p_trigger: 'post-match' }],
  ['of older ones', { p_before_at: '30 days', p_before_id: randomUUID() }],
] as const)('the admin page reads %s by index', async (_, filter) => {
  const { p_status, p_trigger, p_before_at, p_before_id } = { ...ANY, ...filter };
  const list = (sql: postgres.Sql) => sql`
    select public.stats_jobs_page(
      11, ${p_status}, ${p_trigger},
      clock_timestamp() - ${p_before_at}::text::interval, ${p_before_id}::uuid)`;

  expect(await readWhole(list)).toEqual([]);
});

const ANY = { p_status: null, p_trigger: null, p_before_at: null, p_before_id: null };

test('of a trigger that nearly all had the admin page reads the triggers, and not the jobs', async () => {
  const list = (sql: postgres.Sql) => sql`select public.stats_jobs_page(11, 'failed', 'cron')`;

  expect(await readWhole(list)).not.toContain('background_job_status');
});

test('how the last jobs went is read by index', async () => {
  const history = (sql: postgres.Sql) => sql`select public.stats_run_history(60)`;

  expect(await readWhole(history)).toEqual([]);
});

test('the overview counts the messages, and looks at no history', async () => {
  const overview = (sql: postgres.Sql) => sql`select public.stats_queue_overview()`;

  expect(await readWhole(overview)).toEqual(['q_stats-update-queue']);
});

test('reconciling looks at every message that waits, and at no history', async () => {
  // Nothing on its way, and stats that are behind: it looks whether a job was made for them.
  await database.sql`delete from public.background_job_status where status = 'queued'`;
  await database.sql`delete from pgmq."q_stats-update-queue"`;
  await database.sql`update public.cache_metadata set computed_as_of = '2020-01-01'`;
  await database.sql`analyze`;

  const tables = await readWhole((sql) => sql`select public.reconcile_stats_queue()`);

  expect(tables.filter((table) => table !== 'q_stats-update-queue')).toEqual([]);
});
