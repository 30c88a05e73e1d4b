import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureUser } from '../../local/auth-users.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { runTool } from '../run-tool.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await bringToLife();
});
afterEach(() => database.drop());

/** An admin, a worker, numbers computed and the site told of them. */
async function bringToLife(): Promise<void> {
  const { sql } = database;
  await ensureUser(sql, { email: 'a@club.example', password: 'long enough', role: 'admin' });
  await sql`select public.beat_stats_worker('w1', '1.2.3')`;
  for (const { rpc } of STATS_FUNCTIONS) await sql`select public.${sql(rpc)}()`;
  await sql`update public.cache_metadata set invalidated_run = computed_run`;
}

const examine = () => runTool('doctor.ts', { DATABASE_URL: database.url });

test('a database that is well has no problem, and what was not looked at is told', async () => {
  const { code, output } = await examine();

  expect(output).toMatch(/ok +server +Postgres 17\.\d+, pgmq 1\.\d+/);
  expect(output).toMatch(/ok +tables and views +\d{2,} tables, \d views/);
  expect(output).toMatch(/ok +functions +\d{2,}, of this version/);
  expect(output).toMatch(/ok +grants +\d{2,}, and no others/);
  expect(output).toMatch(/ok +a worker lives +w1 \(version 1\.2\.3\)/);
  expect(output).toMatch(/not checked +all of it +set SITE_URL/);
  expect(output).toMatch(/\nNo problem, 3 not checked\.\n$/);
  expect(code).toBe(0);
});

/** What is planted, and what must be said of it. */
const PLANTED: readonly (readonly [string, string, RegExp])[] = [
  [
    'a function that is gone',
    'alter function public.enqueue_stats_job(jsonb, boolean) rename to gone',
    /functions +Missing: enqueue_stats_job\.\n +→ .*npm run db:apply/,
  ],
  [
    'a function of an older version',
    `create or replace function public.owed_cache_tags() returns jsonb language sql as $$ select '[]'::jsonb $$`,
    /functions +Of another version: owed_cache_tags\./,
  ],
  [
    'an overload that an older version left',
    'create function public.club_today() returns date language sql return current_date',
    /functions +Of another version: club_today\./,
  ],
  [
    'a table that is gone',
    'drop table public.dead_letter',
    /tables and views +Missing: dead_letter\./,
  ],
  [
    'a queue function that anybody may call',
    'grant execute on function public.enqueue_stats_job to anon',
    /grants +should not be granted: execute on enqueue_stats_job to anon\./,
  ],
  [
    'a stats function that the worker may not call',
    'revoke execute on function public.update_power_ratings from service_role',
    /grants +is not granted: execute on update_power_ratings to service_role\./,
  ],
  [
    'a table open to whoever has the publishable key',
    'grant insert on table public.players to anon',
    /grants +should not be granted: insert on players to anon\./,
  ],
  [
    'row level security switched off',
    'alter table public.background_job_status disable row level security',
    /row level security +Off for background_job_status\./,
  ],
  [
    'a queue that was dropped',
    "select pgmq.drop_queue('stats-update-queue')",
    /queue +There is no/,
  ],
  [
    'a time zone that Postgres does not know',
    `alter table public.app_config disable trigger all;
     insert into public.app_config (config_key, config_value) values ('club_timezone', 'Mars/Base')`,
    /time zone +The club’s time zone is Mars\/Base/,
  ],
  [
    'nobody who is an admin',
    "update auth.users set raw_app_meta_data = '{}'",
    /an admin +Nobody is/,
  ],
  [
    'a worker that fell silent',
    "update public.worker_heartbeat set last_beat_at = last_beat_at - interval '1 hour'",
    /a worker lives +None; w1 was last heard of 01:00:\d\d ago\.\n +→ Start a worker/,
  ],
  ['no worker at all', 'delete from public.worker_heartbeat', /a worker lives +None was heard of/],
  [
    'a message that nobody takes',
    `select public.enqueue_stats_job('{"triggeredBy": "cron", "requestId": "00000000-0000-4000-8000-000000000001"}');
     update pgmq."q_stats-update-queue" set enqueued_at = enqueued_at - interval '20 minutes'`,
    /queue moves +1 in it, the oldest for 20 minutes\./,
  ],
  [
    'a job that failed last',
    `insert into public.background_job_status (job_payload, status, completed_at, error_message)
     values ('{}', 'failed', now(), 'power ratings: out of order')`,
    /jobs succeed +1 failed in the last day, last [\w-]{36}: power ratings: out of order\./,
  ],
  [
    'data that nobody counted',
    "update public.source_version set version = 7, changed_at = now() - interval '20 minutes'",
    /numbers are new +Behind: version 0 computed, 7 current for 20 minutes\./,
  ],
  [
    'nights without a run',
    "update public.cache_metadata set computed_as_of = '2026-01-01'",
    /numbers are new +They are of 2026-01-01\.\n +→ .*nightly cron/,
  ],
  [
    'a site that cannot be told',
    `update public.cache_metadata
     set invalidated_run = 0, computed_at = now() - interval '3 minutes'
     where cache_key = 'match_report'`,
    /site was told +Not of match_report\.\n +→ .*CACHE_INVALIDATION_URL and INTERNAL_API_KEY/,
  ],
];

test.for(PLANTED)('%s is found, with what to do', async ([, plant, said]) => {
  await database.sql.unsafe(plant);

  const { code, output } = await examine();

  expect(output).toMatch(said);
  // Without a time zone nobody knows the club's day: how old the stats are, and what the worker's overview says.
  expect(output).toMatch(/\n(1 problem|[23] problems), 3 not checked\.\n$/);
  expect(code).toBe(1);
});

test('a failure that a later job made good is no problem', async () => {
  await database.sql`
    insert into public.background_job_status (job_payload, status, completed_at)
    values ('{}', 'failed', now() - interval '1 hour'), ('{}', 'completed', now())`;

  const { code, output } = await examine();

  expect(output).toMatch(/ok +jobs succeed +1 failed in the last day, and the last one to end/);
  expect(code).toBe(0);
});

test('a database that cannot be reached is one problem, and the password is not shown', async () => {
  const url = new URL(database.url);
  url.password = 'a-wrong-password';

  const { code, output } = await runTool('doctor.ts', { DATABASE_URL: url.href });

  expect(output).toMatch(/problem +answers +127\.0\.0\.1:\d+ refuses the password of postgres/);
  expect(output).not.toContain('a-wrong-password');
  expect(code).toBe(1);
});
