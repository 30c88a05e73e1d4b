import type { APIRequestContext, Page, Route } from '@playwright/test';
import type { Sql } from 'postgres';
import { jobAnswer, type Stack } from '../stack.ts';

/** The jobs that the control room lists, newest first. */
export const listedJobs = (page: Page) => page.locator('[data-job]');

/** Has the control room look for news now, instead of half a minute's wait for the next look. */
export const lookAgain = (page: Page) =>
  page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));

/** Has the nightly run come now. Returns the job it got. */
export async function nightlyRun(request: APIRequestContext, stack: Stack): Promise<string> {
  const answer = await request.get('/api/admin/trigger-stats-update', {
    headers: { authorization: `Bearer ${stack.cronSecret}` },
  });
  return jobAnswer.parse(await answer.json()).jobId;
}

/** What the control room and a saved match ask for news. */
const NEWS = '**/api/admin/background-jobs*';

/**
 * Lets the page hear nothing new until what this returns is called: what it asks for meanwhile is
 * answered after.
 */
export async function holdNews(page: Page): Promise<() => void> {
  const released = Promise.withResolvers<void>();
  await page.route(NEWS, async (route) => {
    await released.promise;
    await route.fallback();
  });
  return released.resolve;
}

/**
 * Tells the page what is the news now for as long as it takes to look at it, until what this returns is
 * called. A function may not take that long.
 */
export async function repeatNews(page: Page): Promise<() => Promise<void>> {
  const response = await page.request.get('/api/admin/background-jobs');
  const repeat = (route: Route) => route.fulfill({ response });
  await page.route(NEWS, repeat);
  return () => page.unroute(NEWS, repeat);
}

/** Jobs from before yesterday, as the button made them, every 400th of which failed. */
export async function addOldJobs(
  sql: Sql,
  count: number,
): Promise<{ remove: () => Promise<unknown> }> {
  await sql`
    insert into public.background_job_status
      (job_payload, status, created_at, started_at, completed_at, worker_id, error_message)
    select jsonb_build_object('triggeredBy', 'admin'),
           case when n % 400 = 0 then 'failed' else 'completed' end,
           made, made, made + interval '1 second', 'long-ago',
           case when n % 400 = 0 then 'It broke long ago.' end
    from generate_series(1, ${count}::int) as n,
         lateral (select now() - interval '1 day' - n * interval '5 minutes' as made) as at`;
  await sql`
    insert into public.job_trigger (request_id, job_id, triggered_by, created_at)
    select gen_random_uuid(), id, job_payload ->> 'triggeredBy', created_at
    from public.background_job_status where worker_id = 'long-ago'`;
  return {
    remove: () => sql`delete from public.background_job_status where worker_id = 'long-ago'`,
  };
}
