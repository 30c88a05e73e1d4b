import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, eventually, type Stack } from '../stack.ts';
import { enqueueByRest } from './enqueue-by-rest.ts';
import { line, medianAndP95, print, target } from './report.ts';
import { median, quantile } from './statistics.ts';
import { summarise } from './summary.ts';

const JOBS = 100;
/** Of an idle system, in milliseconds. */
const TARGET = { median: 60, p95: 150 };

/** How soon an idle worker starts what is enqueued, by the database's clock. */
export async function reportStart(stack: Stack): Promise<void> {
  const sql = connect(stack);
  const enqueue = enqueueByRest(stack);
  const jobIds: string[] = [];
  for (let job = 0; job < JOBS; job += 1) {
    // At any moment of the worker's poll.
    await sleep(Math.random() * 300);
    const { jobId } = await enqueue({ triggeredBy: 'post-match', requestId: randomUUID() });
    jobIds.push(jobId);
    await eventually(
      () =>
        sql`select from public.background_job_status where id = ${jobId} and status = 'completed'`,
      ({ count }) => count === 1,
    );
  }
  const rows = await sql<{ waited: number }[]>`
    select extract(epoch from started_at - created_at)::float * 1000 as waited
    from public.background_job_status where id = any(${jobIds})`;
  await sql.end();

  const waited = rows.map((row) => row.waited);
  print(line('enqueued → started, idle', waited));
  target(
    `median ${TARGET.median} ms, p95 ${TARGET.p95} ms`,
    median(waited) <= TARGET.median && quantile(waited, 0.95) <= TARGET.p95,
  );
  summarise('start', medianAndP95(waited));
  print('Bound by the claim, which looks into the queue every 25 ms while it waits.');
}
