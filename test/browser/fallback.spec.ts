import { eventually } from '../stack.ts';
import { breakQueue } from './break.ts';
import { listedJobs } from './job-history.ts';
import { scoreAGoal, scoreOfA } from './latest-match.ts';
import { enterOneNil, expectScore, fourRegulars, planToResult } from './match-flow.ts';
import { test as base, expect, expectToLookWell } from './site.ts';

/** A test during which the queue is broken. */
const test = base.extend<{ brokenQueue: undefined }>({
  brokenQueue: [
    async ({ sql }, use) => {
      const queue = await breakQueue(sql);
      await use(undefined);
      await queue.mend();
    },
    { auto: true },
  ],
});

test('with the queue broken a click goes to the edge functions by itself, and players see the numbers', async ({
  adminPage: page,
  heldBack,
  sql,
}, results) => {
  const { score } = await scoreAGoal(sql);
  await page.goto('/');
  await page.goto('/admin/info');

  await page.getByRole('button', { name: 'Update stats' }).click();

  await expect(page.getByRole('status')).toHaveText(
    'Running on the edge functions, because the queue is unavailable. 2 of 10 steps done.',
  );
  await expect(page.getByRole('button', { name: 'Updating 2/10' })).toBeDisabled();
  const run = listedJobs(page).first();
  await run.getByRole('button', { name: /Running/ }).click();
  const steps = run.getByRole('table', { name: 'Steps' });
  await expect(steps.getByRole('row', { name: /^Hall of fame running/ })).toBeVisible();
  await expect(steps.getByRole('row', { name: /waiting/ })).toHaveCount(7);

  await heldBack.letGo();
  await expect(page.getByRole('status')).toHaveText(/^Done in .* Players see the new stats\.$/);
  await expect(run).toContainText(/Done.*edge functions.*10 of 10/);
  await expect(steps.getByRole('row', { name: /\d s/ })).toHaveCount(11);
  await expect(run).toContainText('the edge functions, because the queue is unavailable');
  await expectToLookWell(page, results);

  await page.goto('/');
  await expect(scoreOfA(page)).toHaveText(String(score));
});

test('a match saved while the queue is broken is saved, and followed until players see it', async ({
  adminPage: page,
  heldBack,
  sql,
}) => {
  const pool = await fourRegulars(sql);
  await planToResult(page, pool);
  await enterOneNil(page);

  await page.getByRole('button', { name: 'Save the result' }).click();

  const modal = page.getByRole('dialog', { name: 'Match completed' });
  await expect(modal.getByRole('status')).toHaveText(
    'Running on the edge functions, because the queue is unavailable. 2 of 10 steps done.',
  );
  await heldBack.letGo();
  await expect(modal.getByRole('status')).toHaveText(/Players see the new stats\.$/);
  await modal.getByRole('link', { name: 'View on the site' }).click();
  await expectScore(page, ['1', '0']);
});

test('a run on the edge functions is cancelled like any other, and stops before its next function', async ({
  adminPage: page,
  heldBack,
  sql,
}) => {
  await page.goto('/admin/info');
  await page.getByRole('button', { name: 'Update stats' }).click();
  const run = listedJobs(page).first();
  await expect(run).toContainText(/Running.*2 of 10/);

  await run.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cancel the update' }).click();
  await expect(run).toContainText('Cancelled');
  await heldBack.letGo();

  await run.getByRole('button', { name: /Cancelled/ }).click();
  await expect(run.getByRole('row', { name: /not run/ })).toHaveCount(8);
  await eventually(
    () => sql`
      select from pg_stat_activity
      where state = 'active' and query like '%update_aggregated_hall_of_fame%'
        and pid <> pg_backend_pid()`,
    (calls) => calls.length === 0,
  );
  await expect(run).toContainText('2 of 10');
});
