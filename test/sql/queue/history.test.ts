import { randomUUID } from 'node:crypto';
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

interface ListedJob {
  id: string;
  status: string;
  created_at: string;
  cancelled_by: string | null;
  retried_by: string[];
  triggers: {
    triggered_by: string;
    force: boolean | null;
    retry_of: string | null;
    match_date: string | null;
    user_email: string | null;
  }[];
}

interface Asked {
  limit?: number;
  status?: string;
  trigger?: string;
  after?: ListedJob | undefined;
}

/** A page of the history, as the site asks for it. */
async function page({ limit = 10, status, trigger, after }: Asked = {}): Promise<ListedJob[]> {
  const [row] = await database.as(
    'service_role',
    (sql) => sql<{ jobs: ListedJob[] }[]>`
      select public.stats_jobs_page(
        ${limit}, ${status ?? null}, ${trigger ?? null},
        ${after?.created_at ?? null}::text::timestamptz, ${after?.id ?? null}
      ) as jobs`,
  );
  return row?.jobs ?? [];
}

/** Every page, one after the other. */
async function allPages(asked: Asked): Promise<ListedJob[]> {
  const listed: ListedJob[] = [];
  for (;;) {
    const next = await page({ ...asked, after: listed.at(-1) });
    if (next.length === 0) return listed;
    listed.push(...next);
  }
}

/**
 * Jobs of the last weeks that ended, four made in the same microsecond each time. Every tenth failed,
 * every hundredth was a match.
 */
async function longHistory(count: number) {
  await database.sql`
    insert into public.background_job_status
      (job_payload, status, created_at, started_at, completed_at, results)
    select
      jsonb_build_object('triggeredBy', case when n % 100 = 0 then 'post-match' else 'admin' end),
      case when n % 10 = 0 then 'failed' else 'completed' end,
      made, made, made + interval '1 second',
      '{"function_results": [{"function": "update_power_ratings", "status": "success", "duration_ms": 5}]}'
    from generate_series(1, ${count}::int) as n,
         lateral (select now() - (n / 4) * interval '1 minute' as made) as at`;
  await database.sql`
    insert into public.job_trigger (request_id, job_id, triggered_by, created_at)
    select gen_random_uuid(), id, job_payload ->> 'triggeredBy', created_at
    from public.background_job_status`;
}

test('the pages of a long history have every job once, newest first', async () => {
  await longHistory(400);

  const listed = await allPages({ limit: 7 });

  expect(new Set(listed.map(({ id }) => id)).size).toBe(400);
  const times = listed.map(({ created_at }) => Date.parse(created_at));
  expect(times).toEqual(times.toSorted((one, other) => other - one));
});

test('a filter finds all there are, and both together what is both', async () => {
  await longHistory(400);

  expect(await allPages({ status: 'failed' })).toHaveLength(40);
  expect(await allPages({ trigger: 'post-match' })).toHaveLength(4);
  expect(await allPages({ trigger: 'post-match', status: 'failed' })).toHaveLength(4);
  expect(await allPages({ trigger: 'post-match', status: 'completed' })).toEqual([]);
});

test('a trigger is found also where it joined', async () => {
  const { job_id } = await jobs.enqueue({ triggeredBy: 'admin' });
  await jobs.enqueue({ triggeredBy: 'post-match' });

  expect((await page({ trigger: 'post-match' })).map(({ id }) => id)).toEqual([job_id]);
});

test('a job tells the match and the person that asked for it', async () => {
  const [player] =
    await database.sql`insert into public.players (name) values ('Al') returning player_id`;
  const [match] = await database.sql`
    insert into public.matches (match_date, team_a_score, team_b_score)
    values ('2026-11-18', 0, 0) returning match_id`;
  const [user] = await database.sql`
    insert into auth.users (id, email) values (gen_random_uuid(), 'ann@club.example') returning id`;
  expect(player).toBeDefined();
  await database.as(
    'service_role',
    (sql) =>
      sql`select public.enqueue_stats_job(${sql.json({
        triggeredBy: 'post-match',
        requestId: randomUUID(),
        matchId: match?.match_id,
        userId: user?.id,
        timestamp: '2026-11-18T21:00:00Z',
      })})`,
  );

  const [job] = await page();
  expect(job?.triggers[0]).toMatchObject({
    match_date: '2026-11-18',
    user_email: 'ann@club.example',
    force: false,
  });

  await database.sql`delete from public.matches`;
  expect((await page())[0]?.triggers[0]?.match_date).toBeNull();
});

async function failForGood(): Promise<string> {
  const { job_id } = await jobs.enqueue();
  for (let run = 1; run <= 4; run += 1) {
    await jobs.fail(await jobs.claimed());
    await jobs.letTimePass();
  }
  return job_id;
}

test('a failed job and its retry know each other, also when the retry joined one that waits', async () => {
  const failed = await failForGood();
  const waiting = await jobs.enqueue({ triggeredBy: 'cron' });

  const retry = await jobs.retry(failed);
  await jobs.retry(failed);

  expect(retry?.job_id).toBe(waiting.job_id);
  const [newest, oldest] = await page();
  expect(oldest).toMatchObject({ id: failed, retried_by: [waiting.job_id] });
  expect(newest?.triggers.map((trigger) => trigger.retry_of)).toEqual([null, failed, failed]);
});

test('a cancelled job says who cancelled it', async () => {
  const { job_id } = await jobs.enqueue();
  const [ann] = await database.sql`
    insert into auth.users (id, email) values (gen_random_uuid(), 'ann@club.example') returning id`;

  await jobs.cancel(job_id, ann?.id);

  expect(await page()).toMatchObject([{ status: 'cancelled', cancelled_by: 'ann@club.example' }]);
});

test('what is usual is the median of what succeeded in completed jobs', async () => {
  const run = async (durations: [name: string, status: string, ms: number][]) => {
    await jobs.enqueue();
    const claim = await jobs.claimed();
    for (const [name, status, ms] of durations) {
      const result = { function: name, status, attempt: 1, duration_ms: ms, rows: 1 };
      await jobs.record(claim, result);
    }
    return claim;
  };
  for (const ms of [900, 100, 300]) {
    await jobs.complete(await run([['update_power_ratings', 'success', ms]]));
  }
  await jobs.complete(await run([['update_aggregated_hall_of_fame', 'skipped', 0]]));
  await jobs.fail(await run([['update_power_ratings', 'success', 5_000]]));

  const [history] = await database.as(
    'service_role',
    (sql) => sql`select public.stats_run_history(3) as answer`,
  );

  expect(history?.answer.usual).toEqual({ update_power_ratings: 300 });
  expect(history?.answer.runs).toHaveLength(3);
  expect(history?.answer.runs[0]).toMatchObject({ status: 'completed' });
});

test('only the site may read the history', async () => {
  const asked = (role: 'anon' | 'authenticated') =>
    database.as(role, (sql) => sql`select public.stats_jobs_page(10)`);

  await expect(asked('anon')).rejects.toThrow(/permission denied/);
  await expect(asked('authenticated')).rejects.toThrow(/permission denied/);
});
