import { randomUUID } from 'node:crypto';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { freshnessAnswer } from '../../src/jobs/freshness.ts';
import { holdBackOne } from '../browser/hold-back.ts';
import { connect, eventually, fromPage, jobAnswer, runningStack, signInAdmin } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
afterAll(() => sql.end());

/** By the edge functions, as the admin's way round the queue does. */
async function runOnEdge() {
  const response = await fetch(new URL('/api/admin/trigger-stats-update', stack.webUrl), {
    method: 'POST',
    headers: fromPage(stack.webUrl, await signInAdmin(stack)),
    body: JSON.stringify({ requestId: randomUUID() }),
  });
  expect(response.status).toBe(202);
  return jobAnswer.parse(await response.json());
}

async function servedRun(tag: string): Promise<number> {
  const response = await fetch(new URL('/api/freshness', stack.webUrl));
  return freshnessAnswer.parse(await response.json()).tags[tag]?.run ?? 0;
}

const rowOf = (jobId: string) => sql`
  select status, via, via_reason, results from public.background_job_status where id = ${jobId}`;

test('the site shows what one function counted while the next one still runs', async () => {
  const [allTime, hallOfFame] = [
    await servedRun('all_time_stats'),
    await servedRun('hall_of_fame'),
  ];
  const heldBack = await holdBackOne(sql);
  onTestFinished(() => heldBack.letGo());
  const answer = await runOnEdge();
  expect(answer).toMatchObject({ via: 'edge-functions', reason: 'asked', coalesced: false });

  await eventually(
    () => servedRun('all_time_stats'),
    (run) => run > allTime,
  );
  expect((await rowOf(answer.jobId))[0]?.status).toBe('processing');
  expect(await servedRun('hall_of_fame')).toBe(hallOfFame);

  await heldBack.letGo();
  await eventually(
    () => rowOf(answer.jobId),
    ([row]) => row?.status === 'completed',
  );
  expect(await servedRun('hall_of_fame')).toBeGreaterThan(hallOfFame);
});

test('an answered request goes on to the end, and leaves nothing owed', async () => {
  const { jobId } = await runOnEdge();

  const [row] = await eventually(
    () => rowOf(jobId),
    ([found]) => found?.status === 'completed',
  );

  expect(row).toMatchObject({
    via: 'edge-functions',
    via_reason: 'asked',
    results: { successful_functions: 10, cache_invalidation_success: true },
  });
  const owed = await sql`
    select cache_key from public.cache_metadata where computed_run > invalidated_run`;
  expect(owed).toEqual([]);
});
