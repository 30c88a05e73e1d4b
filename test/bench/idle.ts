import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Stack } from '../stack.ts';
import { startBenchWorker, withoutOwnWorker } from './bench-worker.ts';
import { type CountingProxy, startCountingProxy, sumOf } from './counting-proxy.ts';
import { describeUse, ownCost, partsOf, watchingCpu } from './cpu-use.ts';
import { figures, print, target } from './report.ts';
import { summarise } from './summary.ts';

/** What it does at its start is not counted; Postgres tells of that up to ten seconds later. */
const SETTLE_MS = 12_000;
const WATCH_MS = 30_000;
/** One for each wait; once a minute the queue is reconciled. */
const MOST_CALLS_PER_WAIT = 1.1;

/** What one worker with nothing to do costs. */
export async function reportIdle(stack: Stack): Promise<void> {
  await withoutOwnWorker(stack, async () => {
    const api = await startCountingProxy(stack.apiUrl);
    const site = await startCountingProxy(stack.webUrl);
    const worker = await startBenchWorker(stack, { apiUrl: api.url, webUrl: site.url });
    try {
      await sleep(SETTLE_MS);
      await watch(stack, worker.pid, api, site);
    } finally {
      await worker.stop();
      await Promise.all([api.close(), site.close()]);
    }
  });
}

async function watch(stack: Stack, pid: number, api: CountingProxy, site: CountingProxy) {
  const sql = connect(stack);
  const transactions = async () => {
    const [row] = await sql<[{ count: number }]>`
      select xact_commit::int as count from pg_stat_database where datname = current_database()`;
    return row.count;
  };
  const before = await transactions();
  api.count();
  site.count();
  const { use } = await watchingCpu({ ...partsOf(stack), worker: [pid] }, () => sleep(WATCH_MS));
  const { elapsed: seconds } = use;
  const { calls, bytes } = api.count();
  const atSite = site.count();
  // One less: the first look at them.
  const perSecond = ((await transactions()) - before - 1) / seconds;
  await sql.end();

  const total = sumOf(calls);
  const waits = calls.get('claim_stats_job') ?? 0;
  const named = [...calls].map(([name, count]) => `${name} ${count}`).join(', ');
  print(figures(`calls of the API in ${seconds.toFixed(0)} s`, `${total}: ${named}`));
  print(figures('calls per wait', (total / waits).toFixed(2)));
  print(figures('calls of the site', String(sumOf(atSite.calls))));
  print(figures('transactions', `${perSecond.toFixed(2)} a second`));
  print(figures('network', `${((bytes + atSite.bytes) / seconds).toFixed(0)} bytes a second`));
  print(figures('', describeUse(use, seconds, 'second')));
  target('1 call per wait', total <= waits * MOST_CALLS_PER_WAIT);
  const cpu = ((100 * ownCost(use)) / seconds).toFixed(1);
  summarise('idle', `${perSecond.toFixed(1)} transactions a second, ${cpu} % of one core`);
  print(
    'Bound by the wait of two seconds, in which the database looks into the queue every 25 ms.',
  );
}
