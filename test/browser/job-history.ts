import type { APIRequestContext, Page } from '@playwright/test';
import { jobAnswer, type Stack } from '../stack.ts';

/** The jobs that the control room lists, newest first. */
export const listedJobs = (page: Page) => page.locator('[data-job]');

/** Has the nightly run come now. Returns the job it got. */
export async function nightlyRun(request: APIRequestContext, stack: Stack): Promise<string> {
  const answer = await request.get('/api/admin/trigger-stats-update', {
    headers: { authorization: `Bearer ${stack.cronSecret}` },
  });
  return jobAnswer.parse(await answer.json()).jobId;
}
