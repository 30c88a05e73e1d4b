import { longDate } from '../../src/components/dates.ts';
import { eventually } from '../stack.ts';
import { breakEdgeRow, breakFirst, breakQueue } from './break.ts';
import { repeatNews } from './job-history.ts';
import {
  enterOneNil,
  expectScore,
  fourRegulars,
  numberOf,
  planMatch,
  planToResult,
  tabTo,
  teamList,
  today,
  todaysResult,
} from './match-flow.ts';
import { signInAgain } from './sign-in-again.ts';
import { expect, expectToLookWell, test } from './site.ts';

let pool: string[];

test.beforeEach(async ({ sql }) => {
  pool = await fourRegulars(sql);
});

test('from the plan to the players’ table: the match counts as soon as it is completed', async ({
  adminPage: page,
  heldBack,
  sql,
}) => {
  const [name = ''] = pool;
  const gamesOf = async () =>
    (await sql`select games_played from public.aggregated_all_time_stats where name = ${name}`)[0]
      ?.games_played ?? 0;
  const gamesBefore = await gamesOf();
  await planToResult(page, pool);
  await enterOneNil(page);

  await page.getByRole('button', { name: 'Save the result' }).click();

  const modal = page.getByRole('dialog', { name: 'Match completed' });
  await expect(modal).toContainText('1 – 0');
  await expect(modal.getByRole('status')).toHaveText('9 of 10 steps done.');
  await heldBack.letGo();
  await expect(modal.getByRole('status')).toHaveText(/Players see the new stats\.$/);

  await modal.getByRole('link', { name: 'View on the site' }).click();
  await expectScore(page, ['1', '0']);
  await page.goto('/');
  await expectScore(page, ['1', '0']);
  await page.goto('/records/all-time');
  await page.getByRole('tab', { name: 'Everyone' }).click();
  expect(await gamesOf()).toBe(gamesBefore + 1);
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(row.getByRole('cell', { name: String(gamesBefore + 1), exact: true })).toBeVisible();
});

test('a result is corrected where it is, and taken back to a plan', async ({
  adminPage: page,
  sql,
}) => {
  await planToResult(page, pool);
  await enterOneNil(page);
  await page.getByRole('button', { name: 'Save the result' }).click();
  await page.getByRole('button', { name: 'Back to matches' }).click();
  await todaysResult(page).click();
  await page.waitForURL(/\/matches\/\d+$/);

  await numberOf(page, 'Score of team B').fill('1');
  await expect(page.getByText('1 goal of 1 still needs a scorer.')).toBeVisible();
  await page.getByRole('button', { name: 'One more: Own goals that count for team B' }).click();
  await page.getByRole('button', { name: 'Save the correction' }).click();

  await expect(page.getByRole('dialog', { name: 'Result corrected' })).toContainText('1 – 1');
  const [match] = await sql`
    select team_b_score, team_b_own_goals from public.matches where match_date = ${today()}`;
  expect(match).toEqual({ team_b_score: 1, team_b_own_goals: 1 });

  await page.getByRole('link', { name: 'View on the site' }).click();
  await expectScore(page, ['1', '1']);
  await page.goto('/admin/matches');
  await todaysResult(page).click();
  await page.getByRole('button', { name: 'Undo the result' }).click();
  const dialog = page.getByRole('dialog', { name: 'Undo this result?' });
  await dialog.getByRole('button', { name: 'Undo the result' }).click();

  await page.waitForURL(/\/plans\/\d+$/);
  await expect(teamList(page, 'Team A').getByRole('listitem')).toHaveCount(2);
  expect(await sql`select from public.matches where match_date = ${today()}`).toHaveLength(0);
});

test('a day is planned, called off, and planned again from the list', async ({
  adminPage: page,
}) => {
  const plan = async () => {
    await page.getByLabel('Day of the next match').fill(today());
    await page.getByRole('button', { name: 'Plan a match' }).click();
    await page.waitForURL(/\/plans\/\d+$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Planned match');
  };
  await page.goto('/admin/matches');
  await plan();
  const first = page.url();

  // The list was kept, not loaded again: its button is as it was left.
  await page.getByRole('link', { name: 'Matches' }).click();
  await expect(page.getByRole('button', { name: 'Plan a match' })).toBeEnabled();
  await page
    .getByRole('listitem')
    .getByRole('link', { name: longDate(today()) })
    .click();
  await page.getByRole('button', { name: 'Call it off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  await expect(page.getByText('No matches planned.')).toBeVisible();
  await plan();

  expect(page.url()).not.toBe(first);
});

test('teams moved by hand are no longer called the most even', async ({ adminPage: page }) => {
  await planMatch(page, pool);
  await page.getByRole('button', { name: 'Make even teams' }).click();
  await expect(page.getByText('Most even teams.')).toBeVisible();
  await page.getByRole('button', { name: 'Another way' }).click();
  await expect(page.getByText('Second most even teams.')).toBeVisible();

  await page
    .getByRole('button', { name: /in team A$/, pressed: true })
    .first()
    .click();

  await expect(page.getByText('most even teams.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Make even teams' }).click();
  await expect(page.getByText('Most even teams.')).toBeVisible();
});

test('a button that can go no further keeps the focus', async ({ adminPage: page }) => {
  await planToResult(page, pool);
  await numberOf(page, 'Score of team A').fill('1');
  const less = page.getByRole('button', { name: 'One less: Score of team A' });

  await less.focus();
  await page.keyboard.press('Enter');

  await expect(numberOf(page, 'Score of team A')).toHaveValue('0');
  await expect(less).toBeDisabled();
  await expect(less).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(numberOf(page, 'Score of team A')).toHaveValue('0');
});

test('offline the modal says so instead of waiting, and goes on when the network is back', async ({
  adminPage: page,
  heldBack,
}) => {
  await planToResult(page, pool);
  await enterOneNil(page);
  await page.getByRole('button', { name: 'Save the result' }).click();
  const status = page.getByRole('dialog').getByRole('status');
  await expect(status).toHaveText('9 of 10 steps done.');

  await page.context().setOffline(true);
  await expect(status).toContainText('The site did not answer. Check your connection.');
  await page.context().setOffline(false);
  await heldBack.letGo();

  await expect(status).toHaveText(/Players see the new stats\.$/);
});

test('a plan is called off, and nothing has changed', async ({ adminPage: page, sql }) => {
  const version = async () => (await sql`select version from public.source_version`)[0]?.version;
  const before = await version();
  await planMatch(page, pool);

  await page.getByRole('button', { name: 'Call it off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();

  await expect(page.getByText('No matches planned.')).toBeVisible();
  expect(await version()).toBe(before);
});

test('people are put in teams by tap, and by drag', async ({ adminPage: page, sql }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const [first = '', second = ''] = pool;
  await planMatch(page, pool);

  await page.getByRole('button', { name: `${first} in team A` }).click();
  await expect(teamList(page, 'Team A')).toContainText(first);

  const from = await teamList(page, 'Not in a team').getByText(second).boundingBox();
  const to = await teamList(page, 'Team B').boundingBox();
  if (!from || !to) throw new Error('both lists are on the page');
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 20, { steps: 5 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 10 });
  await expect(teamList(page, 'Team B')).toHaveAttribute('data-over', 'true');
  await page.mouse.up();
  await expect(teamList(page, 'Team B')).toContainText(second);

  await page.getByRole('button', { name: 'Next: result' }).click();
  await expect(page.getByText('2 players are not in a team')).toBeVisible();
  const stored = await sql`
    select name, team from public.planned_players join public.players using (player_id)
    where team is not null order by team`;
  expect(stored).toEqual([
    { name: first, team: 'A' },
    { name: second, team: 'B' },
  ]);
});

test('the whole way by keyboard alone', async ({ adminPage: page, sql }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const [a = '', b = ''] = pool;
  const { keyboard } = page;
  const press = async (name: string) => {
    await tabTo(page, page.getByRole('button', { name, exact: true }));
    await keyboard.press('Enter');
  };
  await page.goto('/admin/matches');

  await tabTo(page, page.getByLabel('Day of the next match'));
  const [year = '', month = '', day = ''] = today().split('-');
  await keyboard.type(`${month}${day}${year}`);
  await keyboard.press('Enter');
  await page.waitForURL(/\/plans\/\d+$/);

  for (const name of [a, b]) {
    await tabTo(page, page.getByRole('checkbox', { name, exact: true }));
    await keyboard.press('Space');
  }
  await press('Next: teams');

  const handle = (name: string) =>
    page.getByRole('button', { name: new RegExp(`^${name} -?[\\d.]+$`) });
  for (const [name, arrow, team] of [
    [a, 'ArrowLeft', 'Team A'],
    [b, 'ArrowRight', 'Team B'],
  ] as const) {
    await tabTo(page, handle(name));
    await keyboard.press('Space');
    await keyboard.press(arrow);
    await expect(teamList(page, team)).toHaveAttribute('data-over', 'true');
    await keyboard.press('Space');
    await expect(teamList(page, team)).toContainText(name);
  }
  await press('Next: result');

  await tabTo(page, numberOf(page, 'Score of team A'));
  await keyboard.type('2');
  await tabTo(page, numberOf(page, `Goals of ${a}`));
  await keyboard.press('ArrowUp');
  await expect(page.getByText('1 goal of 2 still needs a scorer.')).toBeVisible();
  await keyboard.press('ArrowUp');
  await tabTo(page, numberOf(page, 'Score of team B'));
  await keyboard.type('0');
  await press('Save the result');

  await expect(page.getByRole('dialog', { name: 'Match completed' })).toContainText('2 – 0');
  const [match] = await sql`
    select team_a_score from public.matches where match_date = ${today()}`;
  expect(match).toEqual({ team_a_score: 2 });
});

test('a session that ends in the middle loses nothing: sign in again in a new tab, and save', async ({
  adminPage: page,
  sql,
  stack,
}) => {
  await planToResult(page, pool);
  await enterOneNil(page);
  await page.context().clearCookies();

  await page.getByRole('button', { name: 'Save the result' }).click();

  const alert = page.getByRole('alert').filter({ hasText: 'Your session has ended' });
  await expect(alert).toContainText('Your changes are still here.');
  await expect(numberOf(page, 'Score of team A')).toHaveValue('1');
  expect(await sql`select from public.matches where match_date = ${today()}`).toHaveLength(0);

  await signInAgain(page, alert, stack);
  await page.getByRole('button', { name: 'Save the result' }).click();
  await expect(page.getByRole('dialog', { name: 'Match completed' })).toBeVisible();
});

test('on a phone the score stays in sight while its scorers are entered', async ({
  adminPage: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await planToResult(page, pool);
  const last = page.getByRole('button', { name: 'One more: Own goals that count for team A' });

  await last.evaluate((button) => button.closest('div')?.scrollIntoView());

  await expect(numberOf(page, 'Score of team A')).toBeInViewport();
  await last.focus();
  await last.click();
  await expect(page.getByText('Enter the score.')).toHaveCount(2);
});

test('a way off the page and a reload lose nothing that was entered', async ({
  adminPage: page,
}) => {
  await planToResult(page, pool);
  await enterOneNil(page);
  const plan = page.url();

  await page.getByRole('link', { name: 'Players' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Players');
  await page.goto(plan);
  await page.reload();

  const notice = page.getByText('Your unsaved changes are still here.');
  await expect(notice).toBeVisible();
  await expect(numberOf(page, 'Score of team A')).toHaveValue('1');
  await expect(page.getByRole('button', { name: 'Save the result' })).toBeEnabled();

  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('button', { name: 'Make even teams' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Make even teams' })).toBeVisible();
  await expect(notice).toBeHidden();
});

test('an answer lost on the way is asked for again, and the match saved once', async ({
  adminPage: page,
  sql,
}) => {
  await planToResult(page, pool);
  await enterOneNil(page);
  let lost = 0;
  await page.route('**/complete', async (route) => {
    const response = await route.fetch();
    if (lost++ === 0) return route.abort('connectionreset');
    return route.fulfill({ response });
  });

  await page.getByRole('button', { name: 'Save the result' }).click();

  await expect(page.getByRole('dialog', { name: 'Match completed' })).toBeVisible();
  expect(lost).toBe(2);
  expect(await sql`select from public.matches where match_date = ${today()}`).toHaveLength(1);
});

test('where the stats update cannot be started, the match is saved and that is said', async ({
  adminPage: page,
  afterwards,
  sql,
}) => {
  await planToResult(page, pool);
  await enterOneNil(page);
  // Neither the queue nor the edge functions, which every trigger takes instead.
  const broken = [await breakQueue(sql), await breakEdgeRow(sql), await breakFirst(sql)];
  const mendAll = () => Promise.all(broken.map(({ mend }) => mend()));
  afterwards(mendAll);
  await page.getByRole('button', { name: 'Save the result' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
    'The match itself is saved.',
  );
  await mendAll();

  await page.getByRole('button', { name: 'Try again' }).click();

  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
    /Players see the new stats\.$/,
  );
});

test('every step reads well on phone and desktop, light and dark', async ({
  adminPage: page,
  heldBack,
}, results) => {
  test.slow();
  const folder = (step: string) => ({
    outputPath: (name: string) => results.outputPath(`${step}-${name}`),
  });
  await page.goto('/admin/matches');
  await expectToLookWell(page, folder('matches'));

  await planMatch(page, pool);
  await expectToLookWell(page, folder('teams-empty'));
  await page.getByRole('button', { name: 'Make even teams' }).click();
  await expectToLookWell(page, folder('teams'));
  await page.getByRole('button', { name: 'Back' }).click();
  await expectToLookWell(page, folder('draft'));
  await page.getByRole('button', { name: 'Next: teams' }).click();
  await page.getByRole('button', { name: 'Next: result' }).click();
  await expectToLookWell(page, folder('result'));
  await enterOneNil(page);
  await page.getByRole('button', { name: 'Save the result' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/^9 of 10/);
  const hearAnew = await repeatNews(page);
  await heldBack.letGo();
  await expectToLookWell(page, folder('completed'));
  await hearAnew();
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
    /Players see the new stats/,
  );
  await page.getByRole('button', { name: 'Back to matches' }).click();
  await todaysResult(page).click();
  await page.waitForURL(/\/matches\/\d+$/);
  await expectToLookWell(page, folder('correction'));
});

test('a match that never was is not found', async ({ adminPage: page }) => {
  for (const path of ['/admin/matches/999999', '/admin/matches/x', '/admin/matches/plans/999999']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  }
});

test('the numbers of today’s match are gone with it', async ({ adminPage: page, sql }) => {
  const version = async () =>
    Number((await sql`select max(required_version) as v from public.background_job_status`)[0]?.v);
  await planToResult(page, pool);
  await enterOneNil(page);
  await page.getByRole('button', { name: 'Save the result' }).click();
  await page.getByRole('button', { name: 'Back to matches' }).click();
  const saved = await version();

  await todaysResult(page).click();
  await page.getByRole('button', { name: 'Undo the result' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the result' }).click();

  await page.waitForURL(/\/plans\/\d+$/);
  expect(await version()).toBeGreaterThan(saved);
  await eventually(
    () => sql`select match_date::text as day from public.aggregated_match_report`,
    ([report]) => report?.day !== today(),
  );
});
