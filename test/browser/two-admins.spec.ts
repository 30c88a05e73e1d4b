import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ensureUser } from '../../local/auth-users.ts';
import { signIn } from '../stack.ts';
import {
  enterOneNil,
  fourRegulars,
  numberOf,
  planMatch,
  planToResult,
  teamList,
  today,
  todaysResult,
} from './match-flow.ts';
import { test as base, expect, expectToLookWell, hearComplaints, takeSession } from './site.ts';

const KIM = { email: 'kim@club.example', password: randomUUID(), role: 'admin' } as const;
/** A page of another browser, in which another admin is signed in. */
const test = base.extend<{ kimsPage: Page }>({
  kimsPage: async ({ browser, complaints, stack, sql }, use) => {
    await ensureUser(sql, KIM);
    const context = await browser.newContext({ baseURL: stack.webUrl });
    await takeSession(context, stack, await signIn(stack, KIM));
    const page = await context.newPage();
    hearComplaints(page, complaints);
    await use(page);
    await context.close();
  },
});

test('two admins arrange one match: the second is told by whom, sees both, and chooses', async ({
  adminPage: page,
  kimsPage,
  sql,
}, results) => {
  const pool = await fourRegulars(sql);
  const [first = '', second = ''] = pool;
  await planMatch(page, pool);
  await kimsPage.goto(page.url());
  await kimsPage.getByRole('button', { name: 'Make even teams' }).click();
  await kimsPage.getByRole('button', { name: 'Next: result' }).click();
  await expect(kimsPage.getByText('Score of A', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: `${first} in team A` }).click();
  await page.getByRole('button', { name: `${second} in team B` }).click();
  await page.getByRole('button', { name: 'Next: result' }).click();

  const notice = page.getByRole('alert').filter({ hasText: 'Someone else saved first' });
  await expect(notice).toContainText(
    `${KIM.email} changed this plan just now. Your version isn’t saved yet, and nothing is lost.`,
  );
  await expect(notice.getByRole('row', { name: /^Team A/ })).toContainText(first);
  await expect(teamList(page, 'Team A')).toContainText(first);
  await expectToLookWell(page, results);

  await notice.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Next: result' }).click();
  await expect(page.getByText('2 players are not in a team')).toBeVisible();
  const stored = await sql`select team from public.planned_players where team is not null`;
  expect(stored).toHaveLength(2);
});

test('the second may take the first’s teams instead', async ({
  adminPage: page,
  kimsPage,
  sql,
}) => {
  const pool = await fourRegulars(sql);
  const [first = ''] = pool;
  await planMatch(page, pool);
  await kimsPage.goto(page.url());
  await kimsPage.getByRole('button', { name: 'Make even teams' }).click();
  await kimsPage.getByRole('button', { name: 'Back' }).click();
  await expect(kimsPage.getByLabel('Day', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: `${first} in team B` }).click();
  await page.getByRole('button', { name: 'Back' }).click();

  await page.getByRole('button', { name: 'Use theirs' }).click();

  await expect(teamList(page, 'Team A').getByRole('listitem')).toHaveCount(2);
  await expect(teamList(page, 'Team B').getByRole('listitem')).toHaveCount(2);
});

test('what was called off meanwhile may be planned anew with all that was entered', async ({
  adminPage: page,
  kimsPage,
  sql,
}) => {
  const pool = await fourRegulars(sql);
  await planMatch(page, pool);
  const address = page.url();
  await kimsPage.goto(address);
  await kimsPage.getByRole('button', { name: 'Call it off' }).click();
  await kimsPage.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  await expect(kimsPage.getByText('No matches planned.')).toBeVisible();
  await page.getByRole('button', { name: 'Make even teams' }).click();
  await page.getByRole('button', { name: 'Next: result' }).click();

  const notice = page.getByRole('alert').filter({ hasText: 'Someone else saved first' });
  await expect(notice).toContainText(`${KIM.email} called this match off just now.`);
  await notice.getByRole('button', { name: 'Save mine as a new plan' }).click();

  await expect(page).not.toHaveURL(address);
  await expect(page).toHaveURL(/\/plans\/\d+$/);
  await expect(teamList(page, 'Team A').getByRole('listitem')).toHaveCount(2);
  expect(await sql`select from public.planned_players where team is not null`).toHaveLength(4);
});

test('two admins correct one result: the second sees both, and his is saved over theirs', async ({
  adminPage: page,
  kimsPage,
  sql,
}) => {
  await planToResult(page, await fourRegulars(sql));
  await enterOneNil(page);
  await page.getByRole('button', { name: 'Save the result' }).click();
  await page.getByRole('button', { name: 'Back to matches' }).click();
  await todaysResult(page).click();
  await page.waitForURL(/\/matches\/\d+$/);
  await kimsPage.goto(page.url());
  for (const one of [page, kimsPage]) await numberOf(one, 'Score of team B').fill('1');
  const ownGoal = 'One more: Own goals that count for team B';
  await kimsPage.getByRole('button', { name: ownGoal }).click();
  await kimsPage.getByRole('button', { name: 'Save the correction' }).click();
  await expect(kimsPage.getByRole('dialog', { name: 'Result corrected' })).toBeVisible();

  await page
    .getByRole('button', { name: /^One more: Goals of/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Save the correction' }).click();

  const notice = page.getByRole('alert').filter({ hasText: 'Someone else saved first' });
  await expect(notice).toContainText(`${KIM.email} changed this match just now.`);
  await expect(notice.getByRole('row', { name: /^Goals B/ })).toContainText('own goals 1');
  await notice.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByRole('dialog', { name: 'Result corrected' })).toContainText('1 – 1');
  const [match] = await sql`
    select team_b_score, team_b_own_goals from public.matches where match_date = ${today()}`;
  expect(match).toEqual({ team_b_score: 1, team_b_own_goals: 0 });
});

test('two admins change one player: the second sees both and keeps his', async ({
  adminPage: page,
  kimsPage,
  sql,
}) => {
  const name = 'Zed Twofold';
  await sql`insert into public.players (name) values (${name})`;
  for (const one of [page, kimsPage]) {
    await one.goto('/admin/players');
    await one.getByRole('button', { name }).click();
  }
  await kimsPage.getByLabel('Joined').fill('2020-02-20');
  await kimsPage.getByRole('button', { name: 'Save' }).click();
  await expect(kimsPage.getByText(`${name} saved.`)).toBeVisible();

  await page.getByRole('switch', { name: 'Ringer' }).check();
  await page.getByRole('button', { name: 'Save' }).click();

  const notice = page.getByRole('alert').filter({ hasText: 'Someone else saved first' });
  await expect(notice.getByRole('row', { name: /^Joined/ })).toContainText('20 February 2020');
  await expect(page.getByRole('switch', { name: 'Ringer' })).toBeChecked();
  await notice.getByRole('button', { name: 'Use theirs' }).click();
  await expect(page.getByLabel('Joined')).toHaveValue('2020-02-20');
  await expect(page.getByRole('switch', { name: 'Ringer' })).not.toBeChecked();
});
