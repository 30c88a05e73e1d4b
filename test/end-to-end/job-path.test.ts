import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { freshnessAnswer } from '../../src/jobs/freshness.ts';
import { type JobView, jobsOverview } from '../../src/jobs/job-view.ts';
import { AGGREGATE_TAGS, STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { connect, eventually, fromPage, jobAnswer, runningStack, signInAdmin } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
let admin = '';

beforeAll(async () => {
  admin = await signInAdmin(stack);
});
afterAll(() => sql.end());

async function overview() {
  const response = await fetch(new URL('/api/admin/background-jobs', stack.webUrl), {
    headers: { cookie: admin },
  });
  return jobsOverview.parse(await response.json());
}

async function click(requestId: string = randomUUID()) {
  const response = await fetch(new URL('/api/admin/enqueue-stats-job', stack.webUrl), {
    method: 'POST',
    headers: fromPage(stack.webUrl, admin),
    body: JSON.stringify({ triggeredBy: 'admin', requestId }),
  });
  expect(response.status).toBe(202);
  return jobAnswer.parse(await response.json());
}

const cron = () =>
  fetch(new URL('/api/admin/trigger-stats-update', stack.webUrl), {
    headers: { authorization: `Bearer ${stack.cronSecret}` },
  });

async function ended(jobId: string): Promise<JobView> {
  const { jobs } = await eventually(overview, ({ jobs }) =>
    jobs.some(({ id, completedAt }) => id === jobId && completedAt !== null),
  );
  const job = jobs.find(({ id }) => id === jobId);
  if (!job) throw new Error('it was just there');
  return job;
}

test('a click runs all ten functions and the site serves what they computed', async () => {
  await sql`update public.matches set match_date = match_date where match_id = 1`;
  const [source] = await sql<{ version: string }[]>`select version from public.source_version`;

  const job = await ended((await click()).jobId);

  expect(job.status).toBe('completed');
  expect(job.results).toMatchObject({
    total_functions: STATS_FUNCTIONS.length,
    successful_functions: STATS_FUNCTIONS.length,
    failed_functions: 0,
    cache_invalidation_success: true,
  });
  expect(job.results.function_results.map((one) => one.function).toSorted()).toEqual(
    STATS_FUNCTIONS.map(({ rpc }) => rpc).toSorted(),
  );
  expect(job.results.visible_at).not.toBeNull();
  const response = await fetch(new URL('/api/freshness', stack.webUrl));
  const { tags } = freshnessAnswer.parse(await response.json());
  expect(Object.keys(tags).toSorted()).toEqual([...AGGREGATE_TAGS].toSorted());
  for (const { version } of Object.values(tags)) {
    expect(version).toBeGreaterThanOrEqual(Number(source?.version));
  }
});

test('one click sent twice is one job', async () => {
  const requestId = randomUUID();

  const [first, second] = await Promise.all([click(requestId), click(requestId)]);

  expect(second.jobId).toBe(first.jobId);
  await ended(first.jobId);
});

test('the nightly run takes the same path', async () => {
  const response = await cron();

  expect(response.status).toBe(202);
  const { jobId, via } = jobAnswer.parse(await response.json());
  expect(via).toBe('background-job');
  const job = await ended(jobId);
  expect(job).toMatchObject({ status: 'completed' });
  expect(job.triggers.some(({ triggeredBy }) => triggeredBy === 'cron')).toBe(true);
});

test('the nightly run delivered twice, as Vercel may, is one run or two, and ends', async () => {
  const { crons } = z
    .object({ crons: z.tuple([z.object({ path: z.string() })]) })
    .parse(JSON.parse(readFileSync('vercel.json', 'utf8')));
  const deliver = async () => {
    const response = await fetch(new URL(crons[0].path, stack.webUrl), {
      redirect: 'error',
      headers: {
        authorization: `Bearer ${stack.cronSecret}`,
        'user-agent': 'vercel-cron/1.0',
      },
    });
    expect(response.status).toBe(202);
    return jobAnswer.parse(await response.json());
  };

  const delivered = await Promise.all([deliver(), deliver()]);
  const jobs = await Promise.all(delivered.map(({ jobId }) => ended(jobId)));

  expect(jobs.map(({ status }) => status)).toEqual(['completed', 'completed']);
  for (const job of jobs) {
    expect(job.results.successful_functions).toBe(STATS_FUNCTIONS.length);
  }
});

test('the request id of the cron call is the job’s, from the header to the row', async () => {
  const requestId = randomUUID();
  const response = await fetch(new URL('/api/admin/trigger-stats-update', stack.webUrl), {
    headers: { authorization: `Bearer ${stack.cronSecret}`, 'x-request-id': requestId },
  });

  expect(response.headers.get('x-request-id')).toBe(requestId);
  const { jobId } = jobAnswer.parse(await response.json());
  const [row] = await sql`select job_id from public.job_trigger where request_id = ${requestId}`;
  expect(row?.job_id).toBe(jobId);
  await ended(jobId);
});

test('a run over unchanged data writes no row', async () => {
  await ended((await click()).jobId);

  const again = await ended((await click()).jobId);

  expect(again.results.function_results.map(({ rows }) => rows)).toEqual(Array(10).fill(0));
});

test('a match saved is visible without anybody asking', async () => {
  const [match] = await sql<{ saved: { job: { job_id: string } } }[]>`
    select public.save_match_result(
      (
        select to_jsonb(m) || jsonb_build_object('appearances', (
          select jsonb_agg(to_jsonb(a)) from public.player_matches as a where a.match_id = m.match_id
        ))
        from public.matches as m order by match_date desc, match_id desc limit 1
      ),
      ${sql.json({ triggeredBy: 'post-match', requestId: randomUUID(), timestamp: new Date().toISOString() })}
    ) as saved`;

  const job = await ended(match?.saved.job.job_id ?? '');

  expect(job).toMatchObject({ status: 'completed', priority: 2, force: false });
  expect(job.results.visible_at).not.toBeNull();
});

test('the admin’s overview says that a worker lives and everything is fresh', async () => {
  const answer = await eventually(overview, ({ queue }) => queue.depth === 0);

  expect(answer.workers.some(({ alive }) => alive)).toBe(true);
  expect(answer.paths).toEqual({
    admin: 'background-job',
    cron: 'background-job',
    'post-match': 'background-job',
  });
  expect(answer.freshness.tags).toHaveLength(AGGREGATE_TAGS.length);
  for (const tag of answer.freshness.tags) {
    expect(tag.computedVersion, tag.tag).toBe(answer.freshness.sourceVersion);
    expect(tag.servedVersion, tag.tag).toBe(answer.freshness.sourceVersion);
  }
});
