import type { Locator, Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { longDate } from '../../src/components/dates.ts';
import { expect } from './site.ts';

/** Four regulars whom nobody shares a name with, by name. */
export async function fourRegulars(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select min(name) as name from public.players
    where not is_ringer and not is_retired
    group by name having count(*) = 1 order by name limit 4`;
  return rows.map(({ name }) => name);
}

/** Today where the demo club is, YYYY-MM-DD: a match of today is the latest, and the only one. */
export const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());

/** The way from the list of matches to today's result. */
export const todaysResult = (page: Page) => page.getByRole('link', { name: longDate(today()) });

/** Plans a match and picks its pool. Leaves the page at the teams. */
export async function planMatch(page: Page, pool: readonly string[], day = today()) {
  await page.goto('/admin/matches');
  await page.getByLabel('Day of the next match').fill(day);
  await page.getByRole('button', { name: 'Plan a match' }).click();
  await page.waitForURL(/\/plans\/\d+$/);
  for (const name of pool) await page.getByText(name, { exact: true }).click();
  await expect(page.getByText(`${pool.length} players`)).toBeVisible();
  await page.getByRole('button', { name: 'Next: teams' }).click();
  await expect(page.getByRole('button', { name: 'Make even teams' })).toBeVisible();
}

/** Plans a match whose teams are made by the ratings. Leaves the page at the result. */
export async function planToResult(page: Page, pool: readonly string[], day?: string) {
  await planMatch(page, pool, day);
  await page.getByRole('button', { name: 'Make even teams' }).click();
  await page.getByRole('button', { name: 'Next: result' }).click();
  await expect(numberOf(page, 'Score of team A')).toBeVisible();
}

export const numberOf = (page: Page, name: string) =>
  page.getByRole('textbox', { name, exact: true });

export const teamList = (page: Page, team: string) => page.getByRole('list', { name: team });

/** Enters 1–0 by the first player of team A. Leaves the page with a result that adds up. */
export async function enterOneNil(page: Page) {
  await numberOf(page, 'Score of team A').fill('1');
  await numberOf(page, 'Score of team B').fill('0');
  await page
    .getByRole('button', { name: /^One more: Goals of/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Save the result' })).toBeEnabled();
}

/** Expects the page of a match, or the match report, to tell this score. */
export const expectScore = (page: Page, score: readonly string[]) =>
  expect(
    page.getByRole('region', { name: 'Final score' }).getByRole('paragraph').getByText(/^\d+$/),
  ).toHaveText([...score]);

/** Presses Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, limit = 120): Promise<void> {
  await expect(target).toBeAttached();
  for (let pressed = 0; pressed < limit; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${limit} times Tab did not lead to ${target}`);
}
