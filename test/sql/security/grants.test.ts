import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applySchema } from '../../../tools/apply-schema.ts';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { attempt, prepareAttempts } from './callers.ts';
import { holesIn } from './holes.ts';
import { populate } from './populated-club.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await prepareAttempts(database);
  await populate(database);
});
afterAll(() => database.drop());

test('everybody may what the matrix says, and nothing else', async () => {
  expect(await holesIn(database)).toEqual([]);
});

test('so it is where the schema was applied twice', async () => {
  await applySchema(database.url, resolve('sql/install.sql'));

  expect(await holesIn(database)).toEqual([]);
});

/** A hole, how it is closed again, and a line that must name it. */
const PLANTED: [string, string, string, RegExp][] = [
  [
    'a table that somebody adds',
    'create table public.added (id int)',
    'drop table public.added',
    /relation added is not in the matrix/,
  ],
  [
    'a table that somebody adds and opens',
    'create table public.added (id int); grant insert on public.added to anon',
    'drop table public.added',
    /anybody may insert into public\.added/,
  ],
  [
    'a function that somebody adds and opens',
    'create function public.added() returns int return 1; grant execute on function public.added to anon',
    'drop function public.added',
    /anybody executes added: yes/,
  ],
  [
    'a schema that somebody adds',
    'create schema added',
    'drop schema added',
    /schema added is not in the matrix/,
  ],
  [
    'a grant to write',
    'grant update on public.players to authenticated',
    'revoke update on public.players from authenticated',
    /authenticated holds update on players/,
  ],
  [
    'a policy that lets everybody in',
    'create policy added on public.job_trigger for select to authenticated using (true)',
    'drop policy added on public.job_trigger',
    /a plain user reads job_trigger: [1-9]\d* rows, not 0 rows/,
  ],
  [
    'a policy that believes what a user says of himself',
    `create policy added on public.dead_letter for select to authenticated
     using (auth.jwt() -> 'user_metadata' ->> 'role' = 'admin')`,
    'drop policy added on public.dead_letter',
    /a plain user reads dead_letter/,
  ],
  [
    'a policy that is gone',
    'alter policy background_job_status_admins_read on public.background_job_status using (false)',
    `alter policy background_job_status_admins_read on public.background_job_status
     using ((select auth.jwt() -> 'app_metadata' ->> 'role') = 'admin')`,
    /an admin reads background_job_status: 0 rows/,
  ],
  [
    'row level security switched off',
    'alter table public.worker_heartbeat disable row level security',
    'alter table public.worker_heartbeat enable row level security',
    /worker_heartbeat has no row level security/,
  ],
  [
    'a queue function for users',
    'grant execute on function public.enqueue_stats_job to authenticated',
    'revoke execute on function public.enqueue_stats_job from authenticated',
    /a plain user executes enqueue_stats_job: yes/,
  ],
  [
    'a function that the site can no longer call',
    'revoke execute on function public.save_player from service_role',
    'grant execute on function public.save_player to service_role',
    /the service executes save_player: permission denied/,
  ],
  [
    'a search_path that is the caller’s',
    'alter function public.claim_stats_job reset search_path',
    `alter function public.claim_stats_job set search_path = ''`,
    /claim_stats_job has its owner’s rights/,
  ],
  [
    'a view with its owner’s rights',
    'alter view public.appearance set (security_invoker = false)',
    'alter view public.appearance set (security_invoker = true)',
    /appearance is a view with its owner’s rights/,
  ],
  [
    'a sequence',
    'grant usage on sequence public.players_player_id_seq to anon',
    'revoke usage on sequence public.players_player_id_seq from anon',
    /anybody may select nextval\('public\.players_player_id_seq'\)/,
  ],
  [
    'the queue’s own functions',
    'grant usage on schema pgmq to anon; grant select on pgmq.meta to anon',
    'revoke select on pgmq.meta from anon; revoke usage on schema pgmq from anon',
    /anybody may select count\(\*\) from pgmq\.meta/,
  ],
  [
    'the default that Supabase gives',
    'alter default privileges in schema public grant select on tables to anon',
    'alter default privileges in schema public revoke select on tables from anon',
    /a new table in public is open to anon/,
  ],
];

test.each(PLANTED)('this walk finds %s', async (_, plant, close, line) => {
  await database.sql.unsafe(plant);

  const holes = await holesIn(database);

  await database.sql.unsafe(close);
  expect(holes.join('\n')).toMatch(line);
});

test('and after them all the database is as before', async () => {
  expect(await holesIn(database)).toEqual([]);
});

test('the toggle that exposes Supabase’s queues shows and takes no message of ours', async () => {
  const { sql } = database;
  await sql`grant usage on schema pgmq to anon, authenticated`;
  await sql`grant all on all tables in schema pgmq to anon, authenticated`;

  const attempts = await attempt(database, 'a plain user', [
    'select count(*) from pgmq."q_stats-update-queue"',
    `select count(*) from pgmq.read('stats-update-queue', 30, 10)`,
    `select count(*) from pgmq.send('stats-update-queue', '{}')`,
  ]);

  await sql`revoke all on all tables in schema pgmq from anon, authenticated`;
  await sql`revoke usage on schema pgmq from anon, authenticated`;
  expect(attempts.map(({ rows, state }) => state ?? rows)).toEqual([0, 0, '42501']);
  const [queued] = await sql`select count(*)::int as count from pgmq."q_stats-update-queue"`;
  expect(queued?.count, 'or there was nothing to see').toBeGreaterThan(0);
});
