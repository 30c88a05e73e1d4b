import type postgres from 'postgres';
import { type Check, type Finding, ok, problem } from './check.ts';

/** Whether the work is done: by a schema that is there, as the database knows. */
export const WORK_CHECKS: readonly [Check<postgres.Sql>, ...Check<postgres.Sql>[]] = [
  { name: 'queue', look: queueIsThere },
  { name: 'time zone', look: timezoneIsKnown },
  { name: 'an admin', look: somebodyIsAdmin },
  { name: 'a worker lives', look: workerLives },
  { name: 'queue moves', look: queueMoves },
  { name: 'jobs succeed', look: jobsSucceed },
  { name: 'numbers are new', look: numbersAreNew },
  { name: 'site was told', look: siteWasTold },
];

async function queueIsThere(sql: postgres.Sql): Promise<Finding> {
  const [queue] = await sql`
    select from pgmq.list_queues() as q where q.queue_name = 'stats-update-queue'`;
  return queue
    ? ok('stats-update-queue')
    : problem('There is no queue stats-update-queue.', 'Make it anew: npm run db:apply.');
}

async function timezoneIsKnown(sql: postgres.Sql): Promise<Finding> {
  const [club] = await sql<[{ zone: string; isKnown: boolean }]>`
    select zone, exists (select from pg_timezone_names where name = zone) as "isKnown"
    from (
      select coalesce(
        (select config_value from public.app_config where config_key = 'club_timezone'),
        'Europe/London'
      ) as zone
    ) as club`;
  if (club.isKnown) return ok(club.zone);
  return problem(
    `The club’s time zone is ${club.zone}, which Postgres does not know.`,
    'Set club_timezone in app_config to a name such as Europe/London.',
  );
}

async function somebodyIsAdmin(sql: postgres.Sql): Promise<Finding> {
  const [admins] = await sql<[{ count: number }]>`
    select count(*)::int as count from auth.users where raw_app_meta_data ->> 'role' = 'admin'`;
  if (admins.count > 0) return ok(`${admins.count}`);
  return problem('Nobody is an admin.', 'Make one: npm run admin:create -- you@club.example.');
}

async function workerLives(sql: postgres.Sql): Promise<Finding> {
  const workers = await sql<{ id: string; version: string; age: string; isAlive: boolean }[]>`
    select
      worker ->> 'worker_id' as id, worker ->> 'version' as version,
      (worker ->> 'alive')::boolean as "isAlive",
      date_trunc('second', clock_timestamp() - (worker ->> 'last_beat_at')::timestamptz)::text as age
    from jsonb_array_elements(public.stats_queue_overview() -> 'workers') as worker`;
  const alive = workers.filter(({ isAlive }) => isAlive);
  if (alive.length > 0) {
    return ok(alive.map(({ id, version }) => `${id} (version ${version})`).join(', '));
  }
  const [last] = workers;
  return problem(
    last ? `None; ${last.id} was last heard of ${last.age} ago.` : 'None was heard of for a day.',
    'Start a worker, or look into its log: does its SUPABASE_URL name this project?',
  );
}

/** Longer than any backoff, and a run after it. */
const OLDEST_MINUTES = 15;

async function queueMoves(sql: postgres.Sql): Promise<Finding> {
  const [queue] = await sql<[{ depth: number; minutes: number }]>`
    select queue_length::int as depth, coalesce(oldest_msg_age_sec, 0) / 60 as minutes
    from pgmq.metrics('stats-update-queue')`;
  const { depth, minutes } = queue;
  if (minutes < OLDEST_MINUTES) return ok(depth === 0 ? 'empty' : `${depth} in it`);
  return problem(
    `${depth} in it, the oldest for ${minutes} minutes.`,
    'Is a worker alive and ready? What it last failed with is on /admin/info.',
  );
}

async function jobsSucceed(sql: postgres.Sql): Promise<Finding> {
  const [jobs] = await sql<
    [{ failed: number; id: string | null; reason: string | null; healed: boolean }]
  >`
    with ended as (
      select * from public.background_job_status
      where status in ('completed', 'failed')
        and completed_at > clock_timestamp() - interval '1 day'
    ),
    last as (select * from ended order by completed_at desc limit 1)
    select
      (select count(*)::int from ended where status = 'failed') as failed,
      (select id from last) as id,
      (select left(error_message, 200) from last) as reason,
      (select status from last) is distinct from 'failed' as healed`;
  const { failed, healed, id, reason } = jobs;
  if (failed === 0) return ok('none failed in the last day');
  if (healed) return ok(`${failed} failed in the last day, and the last one to end completed`);
  return problem(
    `${failed} failed in the last day, last ${id}: ${reason}.`,
    'Retry it on /admin/info, which says what failed in each of its runs.',
  );
}

/** Longer than the queue's own patience with data that nobody had counted. */
const BEHIND_MINUTES = 10;

async function numbersAreNew(sql: postgres.Sql): Promise<Finding> {
  const [age] = await sql<
    [{ computed: number; current: number; minutes: number; day: string | null; isOld: boolean }]
  >`
    select
      min(computed_version)::int as computed,
      max(version)::int as current,
      (extract(epoch from clock_timestamp() - max(changed_at)) / 60)::int as minutes,
      min(coalesce(computed_as_of, '-infinity'))::text as day,
      min(coalesce(computed_as_of, '-infinity'))
        < public.club_today(clock_timestamp() - interval '7 hours') as "isOld"
    from public.cache_metadata, public.source_version`;
  const { computed, current, minutes, day, isOld } = age;
  const cure = 'Press Update stats on /admin/info; a worker that lives does so by itself.';
  if (computed < current && minutes >= BEHIND_MINUTES) {
    return problem(
      `Behind: version ${computed} computed, ${current} current for ${minutes} minutes.`,
      cure,
    );
  }
  if (isOld) {
    const since = day === '-infinity' ? 'They were never computed.' : `They are of ${day}.`;
    return problem(since, `${cure} Does the nightly cron reach the site with its CRON_SECRET?`);
  }
  return ok(`version ${computed} of ${current}, of ${day}`);
}

async function siteWasTold(sql: postgres.Sql): Promise<Finding> {
  const owed = await sql<{ tag: string }[]>`
    select cache_key as tag from public.cache_metadata
    where computed_run > invalidated_run and computed_at < clock_timestamp() - interval '2 minutes'
    order by cache_key`;
  if (owed.length === 0) return ok('of all that was computed');
  return problem(
    `Not of ${owed.map(({ tag }) => tag).join(', ')}.`,
    'The worker cannot reach the site: are its CACHE_INVALIDATION_URL and INTERNAL_API_KEY the site’s?',
  );
}
