import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { DEMO } from './public-routes.ts';
import { expect, test } from './site.ts';

/** Holds the page's scripts back, as a poor network does, until what it returns is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const released = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await released.promise;
    await route.continue();
  });
  return () => released.resolve();
}

const open = (page: Page, path: string) => page.goto(path, { waitUntil: 'commit' });

test('what is typed before the page of players is awake is looked for when it is', async ({
  page,
}) => {
  const release = await holdScripts(page);
  await open(page, '/players');
  await page.getByLabel('Find a player').pressSequentially('nathan');
  await expect(page.getByRole('status')).toHaveText(/^\d+ players$/);

  release();

  await expect(page.getByRole('status')).toHaveText(/^2 of \d+ players$/);
  await expect(page.getByLabel('Find a player')).toHaveValue('nathan');
});

test('what is typed before the sign-in is awake signs in', async ({ page, stack }) => {
  const release = await holdScripts(page);
  await open(page, '/sign-in');
  await page.getByLabel('E-mail').pressSequentially(stack.adminEmail);
  await page.getByLabel('Password', { exact: true }).pressSequentially(stack.adminPassword);

  release();
  // Only what is awake shows a password.
  await expect(async () => {
    await page.getByRole('button', { name: 'Show or hide the password' }).click();
    await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text', {
      timeout: 1_000,
    });
  }).toPass();

  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(stack.adminPassword);
  await expect(page.getByLabel('E-mail')).toHaveValue(stack.adminEmail);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`${stack.webUrl}/admin/info`);
});

for (const path of [
  '/admin/matches',
  `/admin/matches/${DEMO.latestMatch}`,
  '/admin/players',
  '/admin/settings',
  '/admin/info',
]) {
  test(`nothing can be entered at ${path} before it is awake`, async ({ adminPage }) => {
    const controls = adminPage.getByRole('main').locator('button, input, select');
    const release = await holdScripts(adminPage);
    await open(adminPage, path);
    await expect(adminPage.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(controls.first()).toBeVisible();
    expect(await controls.and(adminPage.locator(':enabled')).count()).toBe(0);

    release();

    await expect(controls.first()).toBeEnabled();
  });
}

test('what is entered in the first moment that it can be is kept', async ({ adminPage: page }) => {
  // One script after the other, so that some parts of the page are awake long before others.
  let last = Promise.resolve();
  await page.route('**/_next/static/**/*.js*', async (route) => {
    last = last.then(() => route.continue()).then(() => sleep(50));
    await last;
  });
  await open(page, '/admin/settings');

  await page.getByLabel('Win', { exact: true }).fill('25');

  await expect(page.getByText('1 unsaved change.')).toBeVisible();
  await expect(page.getByLabel('Win', { exact: true })).toHaveValue('25');
});
