import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { connect, type Stack } from '../stack.ts';
import { benchJobEnqueuer, prepareBenchJobs } from './bench-jobs.ts';
import { concurrently } from './concurrently.ts';
import { figures, print, target } from './report.ts';
import { slope } from './statistics.ts';
import { summarise } from './summary.ts';

const JOBS = 10_000;
const BATCH = 500;
const CLIENTS = 10;
/** Code is compiled and connections opened in the first batches: growth is counted after. */
const WARM_UP_BATCHES = 4;
/** The collector works in between: what is kept for good is the least that was seen. */
const LOOK_EVERY_MS = 500;
/** More is a leak. The heap is what counts: what the system lends the process comes and goes. */
const TARGET_MB_PER_THOUSAND = 0.5;

/** What a worker holds, in MB. */
interface Memory {
  readonly rss: number;
  readonly heap: number;
}

/**
 * Whether a worker's memory stays flat over ten thousand jobs whose functions compute nothing: what
 * it holds after each batch, and how fast that grows. Changes the stack's database for good: it must
 * be the bench's own.
 */
export async function reportMemory(stack: Stack): Promise<void> {
  const sql = connect(stack);
  await prepareBenchJobs(sql);
  const enqueue = benchJobEnqueuer(stack);
  const batches: Memory[] = [];
  while (batches.length * BATCH < JOBS) {
    const begun = performance.now();
    await concurrently(CLIENTS, BATCH, enqueue);
    const least = await leastUntilWorkedOff(stack, sql);
    batches.push(least);
    const rate = (BATCH * 1000) / (performance.now() - begun);
    const done = batches.length * BATCH;
    print(figures(`after ${done} jobs`, describe(least), `${rate.toFixed(1)} jobs/s`));
  }
  await sql.end();

  const steady = batches.slice(WARM_UP_BATCHES);
  const perThousand = (kind: keyof Memory) =>
    (slope(steady.map((memory) => memory[kind])) * 1000) / BATCH;
  const [start, middle, end] = [steady[0], steady[Math.floor(steady.length / 2)], steady.at(-1)];
  print();
  if (start && middle && end) {
    print(figures('start, after the warm-up', describe(start)));
    print(figures('middle', describe(middle)));
    print(figures('end', describe(end)));
  }
  const growth = { heap: perThousand('heap'), rss: perThousand('rss') };
  print(figures('growth per 1,000 jobs', describe(growth)));
  target(`${TARGET_MB_PER_THOUSAND} MB of heap`, growth.heap <= TARGET_MB_PER_THOUSAND);
  print('Bound by what a job leaves behind in the worker once the collector has worked.');
  const overAll = describe({ heap: growth.heap * 10, rss: growth.rss * 10 });
  summarise('memory', end ? `${overAll}; at the end ${describe(end)}` : overAll);
}

const describe = ({ rss, heap }: Memory) => `heap ${heap.toFixed(1)} MB, rss ${rss.toFixed(1)} MB`;

/** The least that the stack's worker held until there was nothing left to do. Throws if it stops. */
async function leastUntilWorkedOff(stack: Stack, sql: postgres.Sql): Promise<Memory> {
  let least: Memory = { rss: Number.POSITIVE_INFINITY, heap: Number.POSITIVE_INFINITY };
  for (;;) {
    const { rss, heap } = await memoryOf(stack);
    least = { rss: Math.min(least.rss, rss), heap: Math.min(least.heap, heap) };
    const [row] = await sql<[{ waiting: number; silent: boolean }]>`
      select (count(*) filter (where completed_at is null))::int as waiting,
             max(updated_at) < clock_timestamp() - interval '1 minute' as silent
      from public.background_job_status`;
    if (row.waiting === 0) return least;
    if (row.silent) throw new Error(`nothing moves any more, ${row.waiting} jobs wait`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** As the worker itself tells it, in its metrics. */
async function memoryOf({ workerUrl }: Stack): Promise<Memory> {
  const text = await (await fetch(new URL('/metrics', workerUrl))).text();
  const megabytes = (metric: string) => {
    const value = new RegExp(`^${metric} (\\S+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`the worker does not tell its ${metric}`);
    return Number(value) / 1_000_000;
  };
  return {
    rss: megabytes('process_resident_memory_bytes'),
    heap: megabytes('nodejs_heap_size_used_bytes'),
  };
}
