import type { Locator, Page } from '@playwright/test';
import type { Stack } from '../stack.ts';
import { expect } from './site.ts';

/** Follows the alert's link to a new tab, and signs in there. */
export async function signInAgain(page: Page, alert: Locator, stack: Stack): Promise<void> {
  const opened = page.waitForEvent('popup');
  await alert.getByRole('link', { name: 'Sign in again in a new tab' }).click();
  const tab = await opened;
  await tab.getByLabel('E-mail').fill(stack.adminEmail);
  await tab.getByLabel('Password', { exact: true }).fill(stack.adminPassword);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab).toHaveURL(/\/admin\/info$/);
  await tab.close();
}
