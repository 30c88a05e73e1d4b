import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { connect, eventually, runningStack, type Stack } from '../stack.ts';
import { startStack } from '../start-stack.ts';
import { enqueueByRest } from './enqueue-by-rest.ts';
import { figures, line, medianAndP95, print } from './report.ts';
import { SCALE_CLUBS } from './scale-clubs.ts';
import { putClubIn } from './scale-database.ts';
import { correctLatestMatch, timed } from './scale-runs.ts';
import { median } from './statistics.ts';
import { summarise } from './summary.ts';

const RUNS = 20;

/**
 * The two paths of an update, each asked of the API: the edge functions one after another, as the site
 * calls them, and a job, whose worker runs the ten at once. On stacks of its own.
 */
export async function reportEdge(): Promise<void> {
  const [thirtyYears] = SCALE_CLUBS;
  await onOwnStack({}, async (stack, sql) => {
    const { oneByOne, computed } = await comparePaths('demo club', stack, sql);
    summarise('edge', medianAndP95(oneByOne));
    summarise('job', medianAndP95(computed));
  });
  await onOwnStack({ SEED: 'none' }, async (stack, sql) => {
    await putClubIn(sql, thirtyYears);
    await comparePaths(`${thirtyYears.matches} matches`, stack, sql);
  });
}

async function onOwnStack(
  settings: Readonly<Record<string, string>>,
  work: (stack: Stack, sql: postgres.Sql) => Promise<void>,
): Promise<void> {
  const started = await startStack(settings);
  try {
    await started.ready;
    const stack = runningStack(started.env.STACK_FILE);
    const sql = connect(stack);
    await work(stack, sql).finally(() => sql.end());
  } finally {
    await started.stop(false);
  }
}

/** Each sample follows a correction of the latest match, so that all ten have something to write. */
async function comparePaths(
  club: string,
  stack: Stack,
  sql: postgres.Sql,
): Promise<Record<'oneByOne' | 'computed', number[]>> {
  const oneByOne: number[] = [];
  const jobs: JobTimes[] = [];
  for (const goals of [1, -1] as const) {
    await correctLatestMatch(sql, goals);
    await (goals === 1 ? callEach(stack) : workJob(stack, sql));
  }
  for (let run = 0; run < RUNS; run += 1) {
    await correctLatestMatch(sql, 1);
    oneByOne.push(await timed(() => callEach(stack)));
    await correctLatestMatch(sql, -1);
    jobs.push(await workJob(stack, sql));
  }

  const computed = jobs.map((job) => job.computed);
  print(line(`${club}: edge functions → computed`, oneByOne));
  print(line(`${club}: job → computed`, computed));
  print(
    line(
      `${club}: job → visible on the site`,
      jobs.map((job) => job.visible),
    ),
  );
  const times = median(oneByOne) / median(computed);
  print(figures('', `the edge functions take ${times.toFixed(1)} times as long`));
  print(
    'Bound by the CPU of Postgres; one by one, also by ten calls that each start an edge function.',
  );
  return { oneByOne, computed };
}

/** @throws when one of the ten fails */
async function callEach({ apiUrl, secretKey }: Stack): Promise<void> {
  for (const { edgeFunction } of STATS_FUNCTIONS) {
    const response = await fetch(new URL(`/functions/v1/${edgeFunction}`, apiUrl), {
      method: 'POST',
      headers: { apikey: secretKey },
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${edgeFunction} answered ${response.status}: ${answer}`);
  }
}

/** Milliseconds from asking for a job until the last of the ten was done, and until it could be seen. */
interface JobTimes {
  readonly computed: number;
  readonly visible: number;
}

async function workJob(stack: Stack, sql: postgres.Sql): Promise<JobTimes> {
  const askedAt = Date.now();
  const { jobId } = await enqueueByRest(stack)({ triggeredBy: 'admin', requestId: randomUUID() });
  const read = () => sql<{ computed: number; visible: number }[]>`
    select (
             select max(
               extract(epoch from (one ->> 'started_at')::timestamptz) * 1000
               + (one ->> 'duration_ms')::numeric
             )
             from jsonb_array_elements(results -> 'function_results') as one
           )::float as computed,
           extract(epoch from (results ->> 'visible_at')::timestamptz)::float * 1000 as visible
    from public.background_job_status
    where id = ${jobId} and status = 'completed'
      and results ->> 'successful_functions' = '10' and results ->> 'visible_at' is not null`;
  const [job] = await eventually(read, ({ count }) => count === 1);
  if (!job) throw new Error(`job ${jobId} was just there`);
  return { computed: job.computed - askedAt, visible: job.visible - askedAt };
}
