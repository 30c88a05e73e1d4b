import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { eventually } from '../stack.ts';

/** Has the running worker compute everything, and waits until it has. */
export async function runJob(sql: postgres.Sql): Promise<void> {
  const [asked] = await sql<[{ id: string }]>`
    select public.enqueue_stats_job(
      ${sql.json({ triggeredBy: 'cron', requestId: randomUUID() })}, true
    ) ->> 'job_id' as id`;
  await eventually(
    () => sql`select status from public.background_job_status where id = ${asked.id}`,
    ([job]) => job?.status === 'completed',
    60_000,
  );
}
