import { randomUUID } from 'node:crypto';
import { type EnqueueAnswer, enqueueAnswer } from '../../src/jobs/job-view.ts';
import { connect, eventually, fromPage, type Stack, signInAdmin } from '../stack.ts';
import { concurrently } from './concurrently.ts';
import { boundBy, describeUse, partsOf, watchingCpu } from './cpu-use.ts';
import { enqueueByRest } from './enqueue-by-rest.ts';
import { figures, line, medianAndP95, print } from './report.ts';
import { summarise } from './summary.ts';

const CLIENTS = 50;
const REQUESTS = 1_000;

/** Asks once with this request id: the job, and whether the trigger joined one that waited. */
type Ask = (requestId: string) => Promise<Pick<EnqueueAnswer, 'jobId' | 'coalesced'>>;

/** Fifty clients trigger at once, by each way in, while the worker works what they ask for. */
export async function reportEnqueueing(stack: Stack): Promise<void> {
  const enqueue = enqueueByRest(stack);
  const ways: Record<string, Ask> = {
    'rpc enqueue_stats_job': (requestId) => enqueue({ triggeredBy: 'post-match', requestId }),
    'POST enqueue-stats-job, cron secret': post(stack, 'cron', {
      authorization: `Bearer ${stack.cronSecret}`,
    }),
    'POST enqueue-stats-job, admin session': post(
      stack,
      'admin',
      fromPage(stack.webUrl, await signInAdmin(stack)),
    ),
  };
  const reported: string[] = [];
  for (const [way, ask] of Object.entries(ways)) {
    reported.push(`${way}: ${await reportWay(stack, way, ask)}`);
  }
  summarise('enqueue', reported.join('; '));
}

/** Returns the figures for the summary. */
async function reportWay(stack: Stack, way: string, ask: Ask): Promise<string> {
  const samples: number[] = [];
  const requestIds: string[] = [];
  let made = 0;
  const once = async () => {
    const requestId = randomUUID();
    requestIds.push(requestId);
    const at = performance.now();
    const { coalesced } = await ask(requestId);
    samples.push(performance.now() - at);
    if (!coalesced) made += 1;
  };
  // An error ends the bench: there must be none.
  const { use } = await watchingCpu(partsOf(stack), () => concurrently(CLIENTS, REQUESTS, once));

  await checkJoined(stack, requestIds, made);
  print(line(way, samples));
  print(
    figures(
      '',
      `${(REQUESTS / use.elapsed).toFixed(0)} requests/s`,
      '0 errors',
      `${made} jobs, all completed`,
    ),
  );
  print(figures('', describeUse(use, REQUESTS, 'request')));
  print(figures('', `bound by ${boundBy(use)}`));
  return `${medianAndP95(samples)}, ${(REQUESTS / use.elapsed).toFixed(0)} a second`;
}

/** Every trigger is noted, under one of the jobs that were made; and those all complete. */
async function checkJoined(stack: Stack, requestIds: string[], made: number): Promise<void> {
  const sql = connect(stack);
  const read = () => sql<{ triggers: number; jobs: number; completed: number }[]>`
    select count(*)::int as triggers,
           count(distinct job.id)::int as jobs,
           count(distinct job.id) filter (where job.status = 'completed')::int as completed
    from public.job_trigger as trigger join public.background_job_status as job
      on job.id = trigger.job_id
    where trigger.request_id = any(${requestIds})`;
  try {
    const rows = await eventually(read, ([row]) => row?.jobs === row?.completed);
    const [row] = rows;
    if (row?.triggers !== REQUESTS || row.jobs !== made) {
      throw new Error(
        `${REQUESTS} triggers made ${made} jobs, but there are ${JSON.stringify(row)}`,
      );
    }
  } finally {
    await sql.end();
  }
}

function post({ webUrl }: Stack, triggeredBy: string, headers: Record<string, string>): Ask {
  const url = new URL('/api/admin/enqueue-stats-job', webUrl);
  return async (requestId) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ triggeredBy, requestId }),
    });
    if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
    return enqueueAnswer.parse(await response.json());
  };
}
