import type postgres from 'postgres';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { connect, type Stack } from '../stack.ts';
import {
  benchJobEnqueuer,
  emptyTheFunctions,
  prepareBenchJobs,
  secondsToWork,
} from './bench-jobs.ts';
import { startBenchWorker, withoutOwnWorker } from './bench-worker.ts';
import { concurrently } from './concurrently.ts';
import { startCountingProxy, sumOf, type Traffic } from './counting-proxy.ts';
import { boundBy, describeUse, ownCost, partsOf, watchingCpu } from './cpu-use.ts';
import { figures, print } from './report.ts';
import { type Measurement, summarise } from './summary.ts';

const WORKERS: readonly (readonly [number, Measurement])[] = [
  [1, 'load1'],
  [2, 'load2'],
  [4, 'load4'],
];
const JOBS = 120;
const CLIENTS = 10;
/** Before the clock runs connections are opened and code is compiled. */
const WARM_UP_JOBS = 10;
const COUNTED_JOBS = 10;

interface Bench {
  readonly stack: Stack;
  readonly sql: postgres.Sql;
}

/**
 * How many jobs a second go the whole way: enqueued by REST, claimed, ten functions called and
 * recorded, the site told and seen to be fresh, completed. The functions compute nothing and no job
 * joins another. Changes the stack's database for good: it must be the bench's own.
 */
export async function reportLoad(stack: Stack): Promise<void> {
  const sql = connect(stack);
  const bench = { stack, sql };
  await prepareBenchJobs(sql);
  await withoutOwnWorker(stack, async () => {
    const costs: number[] = [];
    for (const [workers, measurement] of WORKERS) {
      const label = `${workers} worker${workers > 1 ? 's' : ''}`;
      const { cost, rate } = await reportRate(bench, workers, label);
      costs.push(cost);
      summarise(measurement, `${rate}, the functions empty`);
    }
    await emptyTheFunctions(sql, { noting: false });
    const { cost: silent } = await reportRate(bench, 1, '1 worker, nothing to tell the site');
    await emptyTheFunctions(sql, { noting: true });
    await reportRoundTrips(bench);

    const share = 1 - silent / (costs[0] ?? Number.NaN);
    print(`Telling the site, which then reads anew, is ${(100 * share).toFixed(0)} % of the CPU.`);
    print('A function runs once at a time, by its own lock: workers overlap in the rest of a job.');
  });
  await sql.end();
}

/** Returns the CPU of a job in seconds, and how many jobs were worked each second. */
async function reportRate(
  { stack, sql }: Bench,
  workers: number,
  label: string,
): Promise<{ cost: number; rate: string }> {
  return withWorkers(stack, workers, async (pids) => {
    await work({ stack, sql }, workers * WARM_UP_JOBS);
    const parts = { ...partsOf(stack), [workers > 1 ? 'workers' : 'worker']: pids };
    const { result: seconds, use } = await watchingCpu(parts, () => work({ stack, sql }, JOBS));
    const rate = `${(JOBS / seconds).toFixed(1)} jobs/s`;
    print(figures(label, rate, `n ${JOBS}`, `bound by ${boundBy(use)}`));
    print(figures('', describeUse(use, JOBS, 'job')));
    return { cost: ownCost(use) / JOBS, rate };
  });
}

/** Enqueues so many jobs and sees them ended: in how many seconds. */
async function work({ stack, sql }: Bench, count: number): Promise<number> {
  const jobIds = await concurrently(CLIENTS, count, benchJobEnqueuer(stack));
  return secondsToWork(sql, jobIds);
}

async function withWorkers<Result>(
  stack: Stack,
  count: number,
  run: (pids: number[]) => Promise<Result>,
): Promise<Result> {
  const starting = Array.from({ length: count }, () => startBenchWorker(stack));
  const workers = await Promise.all(starting);
  try {
    return await run(workers.map(({ pid }) => pid));
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** What one job asks of the API and of the site. */
async function reportRoundTrips(bench: Bench): Promise<void> {
  const api = await startCountingProxy(bench.stack.apiUrl);
  const site = await startCountingProxy(bench.stack.webUrl);
  const worker = await startBenchWorker(bench.stack, { apiUrl: api.url, webUrl: site.url });
  try {
    await work(bench, WARM_UP_JOBS);
    api.count();
    site.count();
    await work(bench, COUNTED_JOBS);
    const [ofApi, ofSite] = [api.count(), site.count()];
    print(perJob('calls of the API a job', ofApi));
    print(perJob('calls of the site a job', ofSite));
    const bytes = (ofApi.bytes + ofSite.bytes) / COUNTED_JOBS / 1000;
    print(figures('network a job', `${bytes.toFixed(1)} kB`));
  } finally {
    await worker.stop();
    await Promise.all([api.close(), site.close()]);
  }
}

function perJob(label: string, { calls }: Traffic): string {
  const each = (count: number) => (count / COUNTED_JOBS).toFixed(1);
  const others = [...calls].filter(([name]) => !STATS_FUNCTIONS.some(({ rpc }) => rpc === name));
  const named = others.map(([name, count]) => `${name} ${each(count)}`);
  const theTen = sumOf(calls) - sumOf(new Map(others));
  if (theTen > 0) named.unshift(`the ten functions ${each(theTen)}`);
  return figures(label, `${each(sumOf(calls))}: ${named.join(', ')}`);
}
