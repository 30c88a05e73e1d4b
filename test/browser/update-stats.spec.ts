import { eventually, jobAnswer } from '../stack.ts';
import { holdNews, listedJobs, nightlyRun } from './job-history.ts';
import { scoreAGoal, scoreOfA } from './latest-match.ts';
import { expect, test } from './site.ts';

test('a goal, a click, and the players’ next look shows it', async ({ adminPage: page, sql }) => {
  await page.goto('/');
  await page.goto('/admin/info');
  const { score } = await scoreAGoal(sql);

  await page.getByRole('button', { name: 'Update stats' }).click();

  await expect(page.getByRole('status')).toHaveText(/^Done in .* Players see the new stats\.$/);
  const newest = listedJobs(page).first();
  await expect(newest).toContainText('Done');
  await expect(newest).toContainText('Update button');
  await expect(newest).toContainText('10 of 10');

  await page.goto('/');
  await expect(scoreOfA(page)).toHaveText(String(score));
});

test('the admin sees how far an update has got', async ({ adminPage: page, heldBack }) => {
  await page.goto('/admin/info');

  await page.getByRole('button', { name: 'Update stats' }).click();

  const button = page.getByRole('button', { name: 'Updating 9/10' });
  await expect(button).toBeDisabled();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '90');
  await expect(listedJobs(page).first()).toContainText(/Running.*9 of 10/);

  await heldBack.letGo();
  await expect(page.getByRole('status')).toHaveText(/^Done in/);
  await expect(page.getByRole('button', { name: 'Update stats' })).toBeEnabled();
});

test('a page opened in the middle of an update joins it, and follows it to its end', async ({
  adminPage: page,
  heldBack,
  request,
  stack,
}) => {
  const running = await nightlyRun(request, stack);

  await page.goto('/admin/info');

  await expect(page.getByRole('status')).toHaveText(
    `Joined job ${running.slice(0, 8)}, started by the nightly run. 9 of 10 steps done.`,
  );
  await expect(page.getByRole('button', { name: 'Updating 9/10' })).toBeDisabled();
  await heldBack.letGo();
  await expect(page.getByRole('status')).toHaveText(/^Done in/);
});

test('the nightly run does the same with its secret, and nothing without', async ({
  page,
  request,
  sql,
  stack,
}) => {
  const nightlyRun = (headers?: Record<string, string>) =>
    request.get('/api/admin/trigger-stats-update', { headers });
  const { score } = await scoreAGoal(sql);
  const [before] = await sql`select count(*) from public.job_trigger`;

  expect((await nightlyRun()).status()).toBe(401);
  expect((await nightlyRun({ authorization: 'Bearer guessed' })).status()).toBe(401);
  expect((await sql`select count(*) from public.job_trigger`)[0]).toEqual(before);

  const accepted = await nightlyRun({ authorization: `Bearer ${stack.cronSecret}` });
  expect(accepted.status()).toBe(202);
  const { jobId } = jobAnswer.parse(await accepted.json());
  await eventually(
    () => sql`select status from public.background_job_status where id = ${jobId}`,
    ([job]) => job?.status === 'completed',
  );

  await page.goto('/');
  await expect(scoreOfA(page)).toHaveText(String(score));
});

test('a click while another update waits joins it, and says whose it was', async ({
  adminPage: page,
  heldBack,
  request,
  sql,
  stack,
}) => {
  await page.goto('/admin/info');
  await expect(page.getByText('1 running')).toBeVisible();
  // It has looked, and hears of neither update before it is clicked.
  const hear = await holdNews(page);
  const running = await nightlyRun(request, stack);
  await eventually(
    () => sql`select status from public.background_job_status where id = ${running}`,
    ([job]) => job?.status === 'processing',
  );
  const waiting = await nightlyRun(request, stack);

  await page.getByRole('button', { name: 'Update stats' }).click();
  hear();

  await expect(page.getByRole('status')).toHaveText(
    `Joined job ${waiting.slice(0, 8)}, started by the nightly run. The stats update is queued.`,
  );
  await expect(listedJobs(page).first()).toContainText(/Nightly run.*1 more joined/);
  await heldBack.letGo();
  await expect(page.getByRole('status')).toHaveText(/^Done in/);
});

test('a double click asks once', async ({ adminPage: page, sql }) => {
  await page.goto('/admin/info');
  await expect(listedJobs(page).first()).toBeVisible();
  const [before] = await sql<{ n: number }[]>`select count(*)::int as n from public.job_trigger`;

  await page.getByRole('button', { name: 'Update stats' }).dblclick();

  await expect(page.getByRole('status')).toHaveText(/^Done/);
  const [after] = await sql<{ n: number }[]>`select count(*)::int as n from public.job_trigger`;
  expect(after?.n).toBe((before?.n ?? 0) + 1);
});
