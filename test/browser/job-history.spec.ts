import type { Sql } from 'postgres';
import { eventually } from '../stack.ts';
import { breakRatings } from './break.ts';
import { addOldJobs, listedJobs, lookAgain, nightlyRun } from './job-history.ts';
import { tabTo } from './match-flow.ts';
import { expect, expectToLookWell, test } from './site.ts';

const statusOf = (sql: Sql, jobId: string) =>
  sql<{ status: string }[]>`select status from public.background_job_status where id = ${jobId}`;

test('a job that fails says what broke, and a retry from its row mends it; each names the other', async ({
  adminPage: page,
  afterwards,
  heldBack,
  request,
  sql,
  stack,
}, results) => {
  const broken = await breakRatings(sql);
  afterwards(broken.mend);
  const failed = await nightlyRun(request, stack);
  // Not four tries with their waits: the second is the last.
  await sql`update public.background_job_status set max_retries = 1 where id = ${failed}`;
  await heldBack.letGo();
  await page.goto('/admin/info');
  const row = page.locator(`[data-job="${failed}"]`);
  await expect(row).toContainText('Failed');
  await expect(page.getByRole('status')).toContainText('The update failed.');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeEnabled();

  await row.getByRole('button', { name: /Failed/ }).click();
  await expect(row.getByRole('alert')).toContainText('Failed after 2 of 2 runs');
  await expect(row.getByRole('row', { name: /^Power ratings/ })).toContainText('failed');
  await expect(row.getByRole('row', { name: /1st attempt failed/ })).toContainText(
    'Power ratings: the ratings are broken',
  );
  await expect(row.getByRole('row', { name: /Hall of fame/ })).toContainText(/\d s/);
  await expectToLookWell(page, results);

  await broken.mend();
  await row.getByRole('button', { name: 'Retry' }).click();

  await expect(page.getByRole('status')).toHaveText(/^Done in .* Players see the new stats\.$/);
  const newest = listedJobs(page).first();
  await expect(newest).toContainText('Retry button');
  await expect(newest).toContainText('Done');
  await expect(row.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  const [retry] = await sql`
    select id, retry_of from public.background_job_status order by created_at desc limit 1`;
  expect(retry?.retry_of).toBe(failed);

  // Each leads to the other, also from where only one of them is listed.
  await page.getByLabel('Status').selectOption('Failed');
  await row.getByRole('button', { name: `job ${retry?.id.slice(0, 8)}` }).click();
  await expect(page.getByLabel('Status')).toHaveValue('');
  await expect(newest.getByRole('button', { name: /Done/ })).toBeFocused();
  await newest.getByRole('button', { name: `job ${failed.slice(0, 8)}` }).click();
  await expect(row.getByRole('button', { name: /Failed/ })).toBeFocused();
});

test('a running job shows which functions it waits for, and is cancelled only when confirmed', async ({
  adminPage: page,
  heldBack,
  request,
  sql,
  stack,
}) => {
  const jobId = await nightlyRun(request, stack);
  await page.goto('/admin/info');
  const row = page.locator(`[data-job="${jobId}"]`);
  await expect(row).toContainText('9 of 10');
  await row.getByRole('button', { name: /Running/ }).click();
  await expect(row.getByRole('row', { name: /Hall of fame/ })).toContainText('running');

  await row.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Keep running' }).click();
  expect(await statusOf(sql, jobId)).toMatchObject([{ status: 'processing' }]);

  await row.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cancel the update' }).click();

  await expect(row).toContainText('Cancelled');
  await expect(page.getByRole('status')).toHaveText('The update was cancelled.');
  expect(await statusOf(sql, jobId)).toMatchObject([{ status: 'cancelled' }]);
  await heldBack.letGo();
});

test('an opened job tells who asked, who joined, and gives every request id to copy', async ({
  adminPage: page,
  heldBack,
  request,
  sql,
  stack,
}) => {
  const running = await nightlyRun(request, stack);
  await eventually(
    () => statusOf(sql, running),
    ([job]) => job?.status === 'processing',
  );
  const waiting = await nightlyRun(request, stack);
  await page.goto('/admin/info');
  await page.evaluate(() =>
    fetch('/api/admin/enqueue-stats-job', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ triggeredBy: 'admin', requestId: crypto.randomUUID() }),
    }),
  );
  const row = page.locator(`[data-job="${waiting}"]`);
  await row.getByRole('button', { name: /Queued/ }).click();

  const fact = (name: string) =>
    row.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd');
  await expect(fact('Started by')).toHaveText('the nightly run');
  await expect(fact('Joined by')).toContainText(stack.adminEmail);
  const asked = await sql<{ request_id: string }[]>`
    select request_id from public.job_trigger where job_id = ${waiting} order by created_at`;
  expect(asked).toHaveLength(2);
  for (const { request_id } of asked) {
    await expect(fact('Request IDs')).toContainText(request_id);
  }
  await expect(fact('Priority')).toHaveText('Normal');
  const joiner = asked[1]?.request_id ?? '';
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await row.getByRole('button', { name: `Copy request ID ${joiner.slice(0, 8)}` }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(joiner);
  await heldBack.letGo();
});

test('among 10,000 old jobs the filters find theirs, and more are loaded page by page', async ({
  adminPage: page,
  afterwards,
  sql,
}, results) => {
  const old = await addOldJobs(sql, 10_000);
  afterwards(old.remove);
  await page.goto('/admin/info');
  await expect(listedJobs(page)).toHaveCount(10);

  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(listedJobs(page)).toHaveCount(20);
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(listedJobs(page)).toHaveCount(30);
  const ids = await listedJobs(page).evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-job')),
  );
  const newest = await sql`
    select id from public.background_job_status order by created_at desc, id desc limit 30`;
  expect(ids).toEqual(newest.map(({ id }) => id));

  await page.getByLabel('Status').selectOption('Failed');
  await expect(listedJobs(page)).toHaveCount(10);
  for (const row of await listedJobs(page).all()) await expect(row).toContainText('Failed');
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(listedJobs(page)).toHaveCount(20);
  await page.getByLabel('Started by').selectOption('Match saved');
  await expect(page.getByText('No updates match these filters.')).toBeVisible();
  await page.getByLabel('Status').selectOption('Any');
  await page.getByLabel('Started by').selectOption('Update button');
  await expect(listedJobs(page)).toHaveCount(10);

  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(listedJobs(page)).toHaveCount(20);
  await expectToLookWell(page, results);
});

test('a list that is pointed at keeps still: what comes in waits behind a button', async ({
  adminPage: page,
  request,
  sql,
  stack,
}) => {
  await page.goto('/admin/info');
  await listedJobs(page).first().hover();
  const before = await listedJobs(page).first().getAttribute('data-job');

  const jobId = await nightlyRun(request, stack);
  await eventually(
    () => statusOf(sql, jobId),
    ([job]) => job?.status === 'completed',
  );
  await lookAgain(page);

  const newer = page.getByRole('button', { name: 'Show 1 newer' });
  await expect(newer).toBeVisible();
  expect(await listedJobs(page).first().getAttribute('data-job')).toBe(before);
  await newer.click();
  await expect(listedJobs(page).first()).toHaveAttribute('data-job', jobId);
});

test('a list that the keyboard is in keeps still from one Tab to the next', async ({
  adminPage: page,
  request,
  sql,
  stack,
}) => {
  await page.goto('/admin/info');
  const before = await listedJobs(page).first().getAttribute('data-job');
  await expect(page.getByLabel('Started by')).toBeEnabled();
  await tabTo(page, listedJobs(page).first().getByRole('button').first());
  await page.keyboard.press('Tab');
  await expect(listedJobs(page).nth(1).getByRole('button').first()).toBeFocused();

  const jobId = await nightlyRun(request, stack);
  await eventually(
    () => statusOf(sql, jobId),
    ([job]) => job?.status === 'completed',
  );
  await lookAgain(page);

  await expect(page.getByRole('button', { name: 'Show 1 newer' })).toBeVisible();
  expect(await listedJobs(page).first().getAttribute('data-job')).toBe(before);
});
