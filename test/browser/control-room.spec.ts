import type { Page } from '@playwright/test';
import { JOB_STATUSES, type JobsOverview, jobsOverview } from '../../src/jobs/job-view.ts';
import { openClaimEnds } from '../stack.ts';
import {
  addOldJobs,
  holdNews,
  listedJobs,
  lookAgain,
  nightlyRun,
  repeatNews,
} from './job-history.ts';
import { expect, expectAccessible, expectToLookWell, test } from './site.ts';

/** The page sees the server's own answer, changed: what takes minutes or damage to bring about. */
async function withAnswer(page: Page, change: (answer: JobsOverview) => JobsOverview) {
  await page.route('**/api/admin/background-jobs', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(jobsOverview.parse(await response.json())) });
  });
}

test('an update reads well on phone and desktop, light and dark', async ({
  adminPage: page,
}, results) => {
  await page.goto('/admin/info');
  await page.getByRole('button', { name: 'Update stats' }).click();

  await expect(page.getByRole('status')).toHaveText(/Players see the new stats/);
  await expectToLookWell(page, results);
});

test('bad news reads well on phone and desktop, light and dark', async ({
  adminPage: page,
}, results) => {
  await withAnswer(page, (answer) => ({
    ...answer,
    workers: [],
    jobs: answer.jobs.map((job, place) => ({
      ...job,
      status: JOB_STATUSES[place % JOB_STATUSES.length] ?? 'failed',
      errorMessage: place === 3 ? 'Power ratings: canceling statement due to timeout' : null,
    })),
  }));

  await page.goto('/admin/info');

  await expect(page.getByText('No worker is running')).toBeVisible();
  await expectToLookWell(page, results);
});

test('nothing moves while an update runs and news comes in', async ({
  adminPage: page,
  afterwards,
  heldBack,
  sql,
}) => {
  const places = () =>
    Promise.all(
      [
        page.getByRole('heading', { name: 'Stats', exact: true }).first(),
        page.getByRole('button', { name: /^(Update stats|Updating|Queued|Starting)/ }),
        page.getByRole('progressbar'),
        page.getByRole('heading', { name: 'Updates', exact: true }),
        page.getByRole('heading', { name: 'Update durations' }),
      ].map((part) =>
        // On the page and not on the screen: a click may scroll.
        part.evaluate((element) => {
          const { x, y } = element.getBoundingClientRect();
          return { x: x + window.scrollX, y: y + window.scrollY };
        }),
      ),
    );
  // More than the list shows at first: until then a new one makes it longer, or offers to load more.
  const old = await addOldJobs(sql, 20);
  afterwards(old.remove);
  await page.goto('/admin/info');
  await expect(listedJobs(page)).toHaveCount(10);
  const waiting = await places();
  await expect(page.getByText('1 running')).toBeVisible();
  expect(await places()).toEqual(waiting);

  await page.getByRole('button', { name: 'Update stats' }).click();
  await expect(page.getByRole('status')).toHaveText('9 of 10 steps done.');
  expect(await places()).toEqual(waiting);

  await heldBack.letGo();
  await expect(page.getByRole('status')).toHaveText(/Players see/);
  expect(await places()).toEqual(waiting);
});

test('a refused update says why and offers to try again', async ({ adminPage: page }) => {
  const refusal = {
    success: false,
    error: { code: 'unavailable', message: 'The database did not answer. Try again in a minute.' },
    requestId: crypto.randomUUID(),
  };
  await page.route('**/api/admin/enqueue-stats-job', (route) =>
    route.fulfill({ status: 503, json: refusal }),
  );
  await page.goto('/admin/info');

  await page.getByRole('button', { name: 'Update stats' }).click();

  await expect(page.getByRole('status')).toHaveText(refusal.error.message);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeEnabled();
});

test('a refusal gives way to the next update that runs', async ({
  adminPage: page,
  request,
  stack,
}) => {
  await page.route('**/api/admin/enqueue-stats-job', (route) => route.abort());
  await page.goto('/admin/info');
  await page.getByRole('button', { name: 'Update stats' }).click();
  await expect(page.getByRole('status')).toContainText('The site did not answer.');

  await nightlyRun(request, stack);
  await lookAgain(page);

  await expect(page.getByRole('status')).toHaveText(/Players see the new stats\.$/);
});

test('where the state cannot be read, Try again reads it and starts no update', async ({
  adminPage: page,
}) => {
  let asked = 0;
  await page.route('**/api/admin/enqueue-stats-job', (route) => {
    asked += 1;
    return route.continue();
  });
  await page.route('**/api/admin/background-jobs', (route) => route.abort());
  await page.goto('/admin/info');
  await lookAgain(page);
  await expect(page.getByRole('status')).toContainText('This may be out of date.');
  await page.unroute('**/api/admin/background-jobs');

  await page.getByRole('button', { name: 'Try again' }).click();

  await expect(page.getByRole('button', { name: 'Update stats' })).toBeVisible();
  expect(asked).toBe(0);
});

test('a filter whose updates cannot be read says so, and shows no others', async ({
  adminPage: page,
}) => {
  await page.goto('/admin/info');
  await expect(listedJobs(page).first()).toBeVisible();
  await page.route('**/api/admin/background-jobs?*', (route) => route.abort());

  await page.getByLabel('Status').selectOption('Failed');

  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await expect(alert).toBeVisible({ timeout: 30_000 });
  await expect(listedJobs(page)).toHaveCount(0);
  await page.unroute('**/api/admin/background-jobs?*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeHidden();
});

test('a page of updates that cannot be loaded leaves those before it, and is asked for again', async ({
  adminPage: page,
  sql,
}) => {
  const old = await addOldJobs(sql, 20);
  try {
    await page.goto('/admin/info');
    await expect(listedJobs(page)).toHaveCount(10);
    await page.route('**/api/admin/background-jobs?*', (route) => route.abort());

    await page.getByRole('button', { name: 'Load more' }).click();

    const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
    // Tried twice before it is told.
    await expect(alert).toBeVisible({ timeout: 30_000 });
    await expect(listedJobs(page)).toHaveCount(10);
    await page.unroute('**/api/admin/background-jobs?*');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(listedJobs(page)).toHaveCount(20);
  } finally {
    await old.remove();
  }
});

test('a history that cannot be read says so', async ({ adminPage: page }) => {
  await page.route('**/api/admin/background-jobs/history', (route) => route.abort());

  await page.goto('/admin/info');

  await expect(page.getByText('The history could not be loaded.')).toBeVisible({
    timeout: 30_000,
  });
});

test('a session that ends while the page is open leads back to sign in', async ({
  adminPage: page,
}) => {
  await page.goto('/admin/info');
  await expect(page.getByText('1 running')).toBeVisible();
  // Else the page's own look for news may find out first, and the button is gone before the click.
  const hear = await holdNews(page);
  await page.context().clearCookies();

  await page.getByRole('button', { name: 'Update stats' }).click();
  hear();

  await expect(page).toHaveURL(/\/sign-in$/);
});

test('an address below /admin that is no page says so', async ({ adminPage: page }) => {
  await page.goto('/admin/nowhere');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await expectAccessible(page);
});

test('with no worker running it says so, the update waits, and the edge functions run instead', async ({
  adminPage: page,
  afterwards,
  sql,
  stack,
}, results) => {
  const worker = stack.pids.worker;
  if (!worker) throw new Error('The stack has no worker of its own');
  // Asleep and not ended: it is the same one after, and nobody restarts it.
  const wake = async () => process.kill(worker, 'SIGCONT');
  afterwards(wake);
  process.kill(worker, 'SIGSTOP');
  await openClaimEnds(sql);
  await sql`update public.worker_heartbeat set last_beat_at = now() - interval '1 hour'`;
  await page.goto('/admin/info');
  await expect(page.getByText('No worker is running')).toBeVisible();
  await expect(page.getByText('None running')).toBeVisible();

  await page.getByRole('button', { name: 'Update stats' }).click();
  await expect(page.getByRole('status')).toContainText('The stats update is queued.');
  await page.getByRole('button', { name: 'Update without a worker' }).click();
  await expect(page.getByText('The edge functions are updating the stats.')).toBeVisible();
  const [run, waiting] = [listedJobs(page).first(), listedJobs(page).nth(1)];
  await expect(run).toContainText(/Done.*edge functions.*10 of 10/);
  await expect(waiting).toContainText('Queued');
  const hearAnew = await repeatNews(page);
  await wake();
  await expectToLookWell(page, results);
  await hearAnew();

  await expect(page.getByRole('status')).toHaveText(/^Done in/, { timeout: 30_000 });
  await expect(page.getByText('No worker is running')).toHaveCount(0);
});
