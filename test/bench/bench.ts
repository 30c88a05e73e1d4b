/**
 * `npm run bench`: how long a player waits. Starts a stack of its own with the demo club, or measures
 * the one whose stack.json is at $STACK_FILE; then the ten functions on bigger clubs. All times in milliseconds, on this machine.
 */
import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@supabase/supabase-js';
import type { Database } from '../../src/jobs/database.types.ts';
import { enqueueAnswer } from '../../src/jobs/job-view.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { connect, eventually, runningStack, type Stack, signInAdmin } from '../stack.ts';
import { startStack } from '../start-stack.ts';
import { reportScale } from './scale.ts';
import { line, median } from './statistics.ts';

const CLICKS = 50;
const RUNS = 15;

const started = process.env.STACK_FILE ? null : await startStack();
try {
  await started?.ready;
  if (started) process.env.STACK_FILE = started.env.STACK_FILE;
  await report(runningStack());
} finally {
  await started?.stop(false);
}
await reportScale();

async function report(stack: Stack): Promise<void> {
  print(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, the demo club\n`);
  await reportClicks(stack);
  await reportFunctions(stack);
}

/** From the click of a signed-in admin to what the job's row says, one click at a time. */
async function reportClicks(stack: Stack): Promise<void> {
  const sql = connect(stack);
  const cookie = await signInAdmin(stack);
  const answered: number[] = [];
  const startedAfter: number[] = [];
  const visibleAfter: number[] = [];
  const matchVisibleAfter: number[] = [];

  for (let click = 0; click < CLICKS; click += 1) {
    // A job that waits for the poll at a random moment of it.
    await sleep(Math.random() * 300);
    const at = Date.now();
    const response = await fetch(new URL('/api/admin/enqueue-stats-job', stack.webUrl), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ triggeredBy: 'admin', requestId: randomUUID() }),
    });
    const { jobId } = enqueueAnswer.parse(await response.json());
    answered.push(Date.now() - at);
    const job = await ended(jobId);
    startedAfter.push(job.started - at);
    visibleAfter.push(job.visible - at);
  }

  for (let match = 0; match < RUNS; match += 1) {
    await sleep(Math.random() * 300);
    const at = Date.now();
    const [row] = await sql<{ job_id: string }[]>`
      select public.save_match_result(
        (
          select to_jsonb(m) || jsonb_build_object('appearances', (
            select jsonb_agg(to_jsonb(a)) from public.player_matches as a
            where a.match_id = m.match_id
          ))
          from public.matches as m order by match_date desc, match_id desc limit 1
        ),
        ${sql.json({ triggeredBy: 'post-match', requestId: randomUUID(), timestamp: new Date().toISOString() })}
      ) -> 'job' ->> 'job_id' as job_id`;
    const job = await ended(row?.job_id ?? '');
    matchVisibleAfter.push(job.visible - at);
  }
  await sql.end();

  print(line('click → 202', answered));
  print(line('click → started', startedAfter));
  print(line('click → visible on the site', visibleAfter));
  print(line('match saved → visible on the site', matchVisibleAfter));

  async function ended(jobId: string) {
    const read = () => sql<{ started: number; visible: number | null }[]>`
      select extract(epoch from started_at)::float * 1000 as started,
             extract(epoch from (results ->> 'visible_at')::timestamptz)::float * 1000 as visible
      from public.background_job_status
      where id = ${jobId} and status = 'completed'`;
    const [job] = await eventually(read, (rows) => rows.length === 1);
    if (!job?.visible) throw new Error(`job ${jobId} ended without being visible`);
    return { started: job.started, visible: job.visible };
  }
}

/** The ten functions through the API, as the worker calls them. */
async function reportFunctions(stack: Stack): Promise<void> {
  const client = createClient<Database>(stack.apiUrl, stack.secretKey, {
    auth: { persistSession: false },
  });
  const time = async (work: () => PromiseLike<unknown>) => {
    const at = performance.now();
    await work();
    return performance.now() - at;
  };
  const call = async (rpc: (typeof STATS_FUNCTIONS)[number]['rpc']) => {
    const { error } = await client.rpc(rpc);
    if (error) throw error;
  };
  const times = async (work: () => PromiseLike<unknown>) => {
    const samples: number[] = [];
    for (let run = 0; run < RUNS; run += 1) samples.push(await time(work));
    return samples;
  };

  print('');
  let oneByOne = 0;
  for (const { rpc } of STATS_FUNCTIONS) {
    const samples = await times(() => call(rpc));
    oneByOne += median(samples);
    print(line(rpc, samples));
  }
  const parallel = await times(() => Promise.all(STATS_FUNCTIONS.map(({ rpc }) => call(rpc))));
  print(`${'the ten one by one (sum of medians)'.padEnd(46)}  median ${oneByOne.toFixed(1)} ms`);
  print(line('the ten in parallel', parallel));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
