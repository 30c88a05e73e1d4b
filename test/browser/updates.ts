import type { APIRequestContext } from '@playwright/test';
import type { Sql } from 'postgres';
import { enqueueAnswer } from '../../src/jobs/job-view.ts';
import { eventually, type Stack } from '../stack.ts';

/** Recomputes everything, as the nightly run does, and waits for the end of it. */
export async function updateStats(
  request: APIRequestContext,
  stack: Stack,
  sql: Sql,
): Promise<void> {
  const answer = await request.get('/api/admin/trigger-stats-update', {
    headers: { authorization: `Bearer ${stack.cronSecret}` },
  });
  const { jobId } = enqueueAnswer.parse(await answer.json());
  await eventually(
    () => sql`select status from public.background_job_status where id = ${jobId}`,
    ([job]) => job?.status === 'completed',
  );
}

/** The site drops a tag twice more after an update, the last time six seconds after the first. */
const SETTLED_AFTER_MS = 7_000;

/** Visits the pages until all are answered from the cache, and nothing is dropped any more. */
export async function keptPages(
  request: APIRequestContext,
  paths: readonly string[],
): Promise<void> {
  let keptSince = Date.now();
  await eventually(
    async () => {
      for (const path of paths) {
        const page = await request.get(path);
        if (page.headers()['x-nextjs-cache'] !== 'HIT') keptSince = Date.now();
      }
      return Date.now() - keptSince;
    },
    (keptMs) => keptMs >= SETTLED_AFTER_MS,
    60_000,
  );
}
