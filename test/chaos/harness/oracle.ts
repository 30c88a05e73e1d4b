import { freshnessAnswer } from '../../../src/jobs/freshness.ts';
import { AGGREGATE_TAGS } from '../../../src/jobs/stats-functions.ts';
import { historyUntil } from '../../oracle/history.ts';
import { readClub } from '../../sql/concurrency/read-club.ts';
import { differences } from '../../sql/property/differences.ts';
import { storedAggregates } from '../../sql/property/stored-aggregates.ts';
import { isTooSlow, type Recovery } from './recovery.ts';
import type { StackUnderTest } from './stack-under-test.ts';
import type { WorkerProcess } from './worker-process.ts';
import type { World } from './world.ts';

/**
 * What must hold once everything has come to rest, whatever was done to the system: the same for
 * every scenario. Returns each way in which it does not, in a sentence.
 */
export async function violations(world: World, recovered: readonly Recovery[]): Promise<string[]> {
  const found = await Promise.all([
    lostTriggers(world),
    impossibleChanges(world),
    jobsEndedTwice(world),
    takenTooEarly(world),
    tooManyRuns(world),
    loneRowsAndMessages(world),
    owedTags(world),
    wrongNumbers(world),
    staleSite(world),
  ]);
  return [...found.flat(), ...slowRecoveries(recovered)];
}

/** Every trigger that was accepted has led to a job, and that job has ended. */
async function lostTriggers({ sql, triggers }: World): Promise<string[]> {
  const rows = await sql<{ request_id: string; job_id: string; status: string | null }[]>`
    select accepted.request_id, accepted.job_id, job.status
    from unnest(
      ${triggers.accepted.map(({ requestId }) => requestId)}::uuid[],
      ${triggers.accepted.map(({ jobId }) => jobId)}::uuid[]
    ) as accepted (request_id, job_id)
    left join public.job_trigger as t using (request_id, job_id)
    left join public.background_job_status as job on job.id = t.job_id
    where job.completed_at is null`;
  return rows.map(
    ({ request_id, job_id, status }) =>
      `trigger ${request_id} was promised job ${job_id}, which is ${status ?? 'not there'}`,
  );
}

/**
 * A job goes queued → processing → an end, or back to queued; what has ended stays as it is. A run on the
 * edge functions is processing from the start.
 */
async function impossibleChanges({ sql }: World): Promise<string[]> {
  const rows = await sql<{ job_id: string; from_status: string; to_status: string }[]>`
    select event.job_id, from_status, to_status
    from chaos.job_event as event
    join public.background_job_status as job on job.id = event.job_id
    where (coalesce(from_status, 'nothing'), to_status) not in (
      ('nothing', case via when 'edge-functions' then 'processing' else 'queued' end),
      ('queued', 'processing'), ('processing', 'processing'),
      ('processing', 'queued'), ('processing', 'completed'), ('processing', 'failed'),
      ('processing', 'cancelled'), ('queued', 'cancelled')
    )`;
  return rows.map((row) => `job ${row.job_id} went from ${row.from_status} to ${row.to_status}`);
}

async function jobsEndedTwice({ sql }: World): Promise<string[]> {
  const rows = await sql<{ id: string; ends: string }[]>`
    select job.id, count(event.seq) as ends
    from public.background_job_status as job
    left join chaos.job_event as event
      on event.job_id = job.id and event.to_status in ('completed', 'failed', 'cancelled')
    where job.via = 'background-job'
    group by job.id
    having count(event.seq) <> 1`;
  return rows.map(({ id, ends }) => `job ${id} has ended ${ends} times`);
}

/** Nobody is handed what is still another's, by the database's clock. */
async function takenTooEarly({ sql }: World): Promise<string[]> {
  const rows = await sql<{ job_id: string; claimed_by: string; early: string }[]>`
    select job_id, claimed_by, extract(epoch from held_until - at)::numeric(10, 3) as early
    from chaos.job_event
    where claimed_by is not null and from_status = 'processing' and at < held_until`;
  return rows.map(
    ({ job_id, claimed_by, early }) =>
      `job ${job_id} was handed to ${claimed_by} ${early} s before its lease was over`,
  );
}

/** One run and its retries; a run that was handed back is not used up. */
async function tooManyRuns({ sql }: World): Promise<string[]> {
  const rows = await sql<{ id: string; runs: string; allowed: number }[]>`
    select job.id, job.max_retries + 1 as allowed,
      count(*) filter (where event.claimed_by is not null)
      - count(*) filter (
        where event.from_status = 'processing' and event.to_status = 'queued'
          and event.retry_count = event.earlier_retry_count
      ) as runs
    from public.background_job_status as job
    join (
      select *, lag(retry_count) over (partition by job_id order by seq) as earlier_retry_count
      from chaos.job_event
    ) as event on event.job_id = job.id
    group by job.id
    having count(*) filter (where event.claimed_by is not null)
      - count(*) filter (
        where event.from_status = 'processing' and event.to_status = 'queued'
          and event.retry_count = event.earlier_retry_count
      ) > job.max_retries + 1`;
  return rows.map(({ id, runs, allowed }) => `job ${id} ran ${runs} times of ${allowed}`);
}

/** At rest nothing is live, and the queue is empty. */
async function loneRowsAndMessages({ sql }: World): Promise<string[]> {
  const rows = await sql<{ id: string; status: string }[]>`
    select id, status from public.background_job_status where status in ('queued', 'processing')`;
  const messages = await sql<{ msg_id: string }[]>`
    select msg_id from pgmq."q_stats-update-queue"`;
  return [
    ...rows.map(({ id, status }) => `job ${id} is still ${status}`),
    ...messages.map(({ msg_id }) => `message ${msg_id} is still in the queue`),
  ];
}

async function owedTags({ sql }: World): Promise<string[]> {
  const [row] = await sql<[{ owed: { tag: string }[] }]>`select public.owed_cache_tags() as owed`;
  return row.owed.map(({ tag }) => `the site was never told of ${tag}`);
}

/** Every number is the one that an independent reference computes from the match history. */
async function wrongNumbers({ sql }: World): Promise<string[]> {
  const [computed] = await sql<[{ as_of: string }]>`
    select min(computed_as_of)::text as as_of from public.cache_metadata`;
  const stored = await storedAggregates(sql);
  return differences(historyUntil(await readClub(sql), computed.as_of), stored, stored);
}

async function staleSite({ sql, stack }: World): Promise<string[]> {
  const [source] = await sql<[{ version: string }]>`select version from public.source_version`;
  const response = await fetch(new URL('/api/freshness', stack.addresses.webUrl));
  const { tags } = freshnessAnswer.parse(await response.json());
  return AGGREGATE_TAGS.filter((tag) => (tags[tag]?.version ?? 0) < Number(source.version)).map(
    (tag) => `the site serves ${tag} at ${tags[tag]?.version}, the data is at ${source.version}`,
  );
}

const slowRecoveries = (recovered: readonly Recovery[]) =>
  recovered
    .filter(isTooSlow)
    .map(
      ({ label, seconds, leaseSeconds }) =>
        `what ${label} held was left alone for ${seconds} s with a lease of ${leaseSeconds} s`,
    );

/**
 * Nothing of this ends a worker, or the site. (The API may end: the embedded one does when the
 * database goes away under it.)
 */
export const ownDeaths = (workers: readonly WorkerProcess[], { ownDeaths }: StackUnderTest) => [
  ...workers
    .filter(({ endedBadly }) => endedBadly)
    .map(({ label }) => `worker ${label} ended by itself`),
  ...ownDeaths.filter((part) => part !== 'api').map((part) => `${part} ended by itself`),
];
