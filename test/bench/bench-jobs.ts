import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import type postgres from 'postgres';
import { z } from 'zod';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { eventually, type Stack } from '../stack.ts';

const SQL_FILE = join(import.meta.dirname, 'bench-jobs.sql');
const jobId = z.guid();

/** Adds the bench's jobs to a database of its own and empties the ten functions. */
export async function prepareBenchJobs(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(readFileSync(SQL_FILE, 'utf8'));
  await emptyTheFunctions(sql, { noting: true });
}

/** Has the ten functions compute nothing. Noting, their runs are owed to the site as ever. */
export async function emptyTheFunctions(
  sql: postgres.Sql,
  { noting }: { noting: boolean },
): Promise<void> {
  for (const { rpc, tags } of STATS_FUNCTIONS) {
    await sql`select public.empty_stats_function(${rpc}, ${sql.json(noting ? [...tags] : [])})`;
  }
}

/** Enqueues a job of its own by REST: its id. */
export function benchJobEnqueuer({ apiUrl, secretKey }: Stack): () => Promise<string> {
  const client = createClient(apiUrl, secretKey, { auth: { persistSession: false } });
  return async () => {
    const { data, error } = await client.rpc('enqueue_bench_job', { p_request_id: randomUUID() });
    if (error) throw error;
    return jobId.parse(data);
  };
}

/** Resolves once all have ended: in how many seconds, by the database's clock, from the first. */
export async function secondsToWork(sql: postgres.Sql, jobIds: string[]): Promise<number> {
  const queued = () => sql`select from pgmq."q_stats-update-queue" limit 1`;
  await eventually(queued, ({ count }) => count === 0, 120_000, 100);
  const [row] = await sql<[{ seconds: number; visible: number }]>`
    select extract(epoch from max(completed_at) - min(created_at))::float as seconds,
           (count(*) filter (
             where status = 'completed' and results ->> 'successful_functions' = '10'
               and results ->> 'visible_at' is not null
           ))::int as visible
    from public.background_job_status where id = any(${jobIds})`;
  if (row.visible !== jobIds.length) {
    throw new Error(`of ${jobIds.length} jobs, ${row.visible} completed and were seen on the site`);
  }
  return row.seconds;
}
