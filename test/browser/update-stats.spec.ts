import { enqueueAnswer } from '../../src/jobs/job-view.ts';
import { eventually } from '../stack.ts';
import { scoreAGoal } from './latest-match.ts';
import { expect, test } from './site.ts';

test('a goal, a click, and the players’ next look shows it', async ({ adminPage: page, sql }) => {
  await page.goto('/');
  await page.goto('/admin/info');
  const { score } = await scoreAGoal(sql);

  await page.getByRole('button', { name: 'Update stats' }).click();

  await expect(page.getByRole('status')).toHaveText(/^Done in .* Players see the new numbers\.$/);
  const newest = page.getByRole('row').nth(1);
  await expect(newest).toContainText('Done');
  await expect(newest).toContainText('Admin');
  await expect(newest).toContainText('10/10');

  await page.goto('/');
  await expect(
    page.getByRole('region', { name: 'Final score' }).getByText(String(score), { exact: true }),
  ).toBeVisible();
});

test('the admin sees how far an update has got', async ({ adminPage: page, heldBack }) => {
  await page.goto('/admin/info');

  await page.getByRole('button', { name: 'Update stats' }).click();

  const button = page.getByRole('main').getByRole('button');
  await expect(button).toHaveText('Updating 9/10');
  await expect(button).toBeDisabled();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '90');
  await expect(page.getByRole('row').nth(1)).toContainText(/Running.*9\/10/);

  await heldBack.letGo();
  await expect(page.getByRole('status')).toHaveText(/^Done in/);
  await expect(button).toHaveText('Update stats');
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
  const { jobId } = enqueueAnswer.parse(await accepted.json());
  await eventually(
    () => sql`select status from public.background_job_status where id = ${jobId}`,
    ([job]) => job?.status === 'completed',
  );

  await page.goto('/');
  await expect(
    page.getByRole('region', { name: 'Final score' }).getByText(String(score), { exact: true }),
  ).toBeVisible();
});

test('a click while another update waits joins it, and says whose it was', async ({
  adminPage: page,
  heldBack,
  request,
  sql,
  stack,
}) => {
  const nightlyRun = async () => {
    const answer = await request.get('/api/admin/trigger-stats-update', {
      headers: { authorization: `Bearer ${stack.cronSecret}` },
    });
    return enqueueAnswer.parse(await answer.json()).jobId;
  };
  await page.goto('/admin/info');
  const running = await nightlyRun();
  await eventually(
    () => sql`select status from public.background_job_status where id = ${running}`,
    ([job]) => job?.status === 'processing',
  );
  await nightlyRun();

  await page.getByRole('button', { name: 'Update stats' }).click();

  await expect(page.getByRole('status')).toHaveText(
    'Joined the update that was already waiting, started by the nightly run. Waiting for a worker.',
  );
  await expect(page.getByRole('row').nth(1)).toContainText('Nightly run, 1 more joined');
  await heldBack.letGo();
  await expect(page.getByRole('status')).toHaveText(/^Done in/);
});

test('a double click asks once', async ({ adminPage: page, sql }) => {
  await page.goto('/admin/info');
  await expect(page.getByRole('table')).toBeVisible();
  const [before] = await sql<{ n: number }[]>`select count(*)::int as n from public.job_trigger`;

  await page.getByRole('button', { name: 'Update stats' }).dblclick();

  await expect(page.getByRole('status')).toHaveText(/^Done/);
  const [after] = await sql<{ n: number }[]>`select count(*)::int as n from public.job_trigger`;
  expect(after?.n).toBe((before?.n ?? 0) + 1);
});
