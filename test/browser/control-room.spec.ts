import type { Page } from '@playwright/test';
import { JOB_STATUSES, type JobsOverview, jobsOverview } from '../../src/jobs/job-view.ts';
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

  await expect(page.getByRole('status')).toHaveText(/Players see the new numbers/);
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

  await expect(page.getByText('No worker is alive.')).toBeVisible();
  await expectToLookWell(page, results);
});

test('nothing moves while an update runs and news comes in', async ({
  adminPage: page,
  heldBack,
}) => {
  const places = () =>
    Promise.all(
      [
        page.getByRole('heading', { name: 'Stats', exact: true }),
        page.getByRole('button', { name: /^(Update stats|Updating|Queued|Asking)/ }),
        page.getByRole('progressbar'),
        page.getByRole('heading', { name: 'Updates', exact: true }),
        page.getByRole('heading', { name: 'How long updates take' }),
      ].map(async (part) => {
        const box = await part.boundingBox();
        return box && { x: box.x, y: box.y };
      }),
    );
  await page.goto('/admin/info');
  const waiting = await places();
  await expect(page.getByText('1 alive')).toBeVisible();
  expect(await places()).toEqual(waiting);

  await page.getByRole('button', { name: 'Update stats' }).click();
  await expect(page.getByRole('status')).toHaveText('9 of 10 sets of numbers are done.');
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

test('a session that ends while the page is open leads back to sign in', async ({
  adminPage: page,
}) => {
  await page.goto('/admin/info');
  await expect(page.getByText('1 alive')).toBeVisible();
  await page.context().clearCookies();

  await page.getByRole('button', { name: 'Update stats' }).click();

  await expect(page).toHaveURL(/\/sign-in$/);
});

test('an address below /admin that is no page says so', async ({ adminPage: page }) => {
  await page.goto('/admin/nowhere');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await expectAccessible(page);
});
