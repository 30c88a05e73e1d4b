import type { APIRequestContext } from '@playwright/test';
import type { Sql } from 'postgres';
import { eventually, jobAnswer, type Stack } from '../stack.ts';

const UPDATED_WITHIN_MS = 60_000;

/** Recomputes everything, as the nightly run does, and waits for the end of it. */
export async function updateStats(
  request: APIRequestContext,
  stack: Stack,
  sql: Sql,
): Promise<void> {
  const answer = await request.get('/api/admin/trigger-stats-update', {
    headers: { authorization: `Bearer ${stack.cronSecret}` },
  });
  const { jobId } = jobAnswer.parse(await answer.json());
  await eventually(
    () => sql`select status from public.background_job_status where id = ${jobId}`,
    ([job]) => job?.status === 'completed',
    UPDATED_WITHIN_MS,
  );
}

/** Waits until no update is waiting or running. */
export async function noUpdate(sql: Sql): Promise<void> {
  await eventually(
    () => sql`
      select id, status from public.background_job_status where status in ('queued', 'processing')`,
    (jobs) => jobs.length === 0,
    UPDATED_WITHIN_MS,
  );
}

/** Visits the pages until all are answered from the cache. */
export async function keptPages(
  request: APIRequestContext,
  paths: readonly string[],
): Promise<void> {
  await eventually(
    async () => {
      const rendered: string[] = [];
      for (const path of paths) {
        const page = await request.get(path);
        if (page.headers()['x-nextjs-cache'] !== 'HIT') rendered.push(path);
      }
      return rendered;
    },
    (rendered) => rendered.length === 0,
    60_000,
  );
}
