import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClient } from '@supabase/supabase-js';
import { afterAll, afterEach, expect, test } from 'vitest';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { connect, eventually, runningStack } from '../stack.ts';

const RPC = 'update_power_ratings';

const stack = runningStack();
const sql = connect(stack);
afterEach(restore);
afterAll(() => sql.end());

/** The function never returns by itself; the database ends it after a second. */
async function hang() {
  await sql.unsafe(`
    create or replace function public.${RPC}(p_as_of date default null) returns jsonb
    language plpgsql security definer set search_path = '' set statement_timeout = '1s'
    as $$ begin perform pg_sleep(3600); return null; end $$;
    notify pgrst, 'reload schema';`);
  const api = createClient(stack.apiUrl, stack.secretKey, { auth: { persistSession: false } });
  // Until the API has read the new limit, the old one of 20 s ends the call.
  await eventually(
    async () => {
      const askedAt = performance.now();
      const { error } = await api.rpc(RPC);
      return { code: error?.code, ms: performance.now() - askedAt };
    },
    ({ code, ms }) => code === '57014' && ms < 5_000,
    40_000,
  );
}

async function restore() {
  await sql.unsafe(readFileSync(`sql/stats/${RPC}.sql`, 'utf8'));
  await sql`notify pgrst, 'reload schema'`;
}

async function enqueue(): Promise<string> {
  const [row] = await sql<{ answer: { job_id: string } }[]>`
    select public.enqueue_stats_job(
      ${sql.json({ triggeredBy: 'admin', requestId: randomUUID() })}, true
    ) as answer`;
  if (!row) throw new Error('a function answers with one row');
  return row.answer.job_id;
}

interface Entry {
  function: string;
  status: string;
  attempts: { attempt: number; error?: string }[];
}

async function job(id: string) {
  const [row] = await sql<{ status: string; results: { function_results: Entry[] } }[]>`
    select status, results from public.background_job_status where id = ${id}`;
  if (!row) throw new Error(`there is no job ${id}`);
  return { status: row.status, entries: row.results.function_results };
}

const entryOf = (entries: Entry[]) => entries.find((entry) => entry.function === RPC);

test('a function that hangs is ended by its own limit, named, and run again by itself', async () => {
  await hang();

  const id = await enqueue();
  const failed = await eventually(
    () => job(id),
    ({ entries }) => entryOf(entries)?.status === 'failed',
  );
  await restore();
  const mended = await eventually(
    () => job(id),
    ({ status }) => status !== 'queued' && status !== 'processing',
    40_000,
  );

  const others = failed.entries.filter((entry) => entry.function !== RPC);
  expect(others.map(({ status }) => status)).toEqual(
    Array(STATS_FUNCTIONS.length - 1).fill('success'),
  );
  expect(mended.status).toBe('completed');
  const attempts = entryOf(mended.entries)?.attempts ?? [];
  expect(attempts[0]?.error).toContain('SQLSTATE 57014');
  expect(attempts.at(-1)).not.toHaveProperty('error');
  const retried = mended.entries.filter((entry) => entry.attempts.length > 1);
  expect(retried.map((entry) => entry.function)).toEqual([RPC]);
});
