import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { SCALE_CLUBS } from '../bench/scale-clubs.ts';
import { fillClub, testOfEmptyClub as test } from './own-club.ts';
import { PUBLIC_PAGES } from './public-routes.ts';
import { expect, expectToLookWell } from './site.ts';
import { updateStats } from './updates.ts';

/** Gzipped bytes: what a phone on a poor network loads within a second or so. */
const PAGE_BUDGET = 40_000;

const [THIRTY_YEARS] = SCALE_CLUBS;

const ADMIN_PAGES = ['/admin/matches', '/admin/players', '/admin/info', '/admin/settings'] as const;

/** Pages that are there only if somebody has played, or played then. */
const NEEDS_MATCHES = /^\/(players|matches|tables)\/./;

// In this order, on one site: first the club is empty, then it has played for thirty years.
test.describe.configure({ mode: 'serial' });

for (const { path } of PUBLIC_PAGES) {
  test(`of an empty club ${path} reads well`, async ({ page }, results) => {
    const response = await page.goto(path);

    expect(response?.status()).toBe(NEEDS_MATCHES.test(path) ? 404 : 200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectToLookWell(page, results);
  });
}

for (const path of ADMIN_PAGES) {
  test(`of an empty club ${path} reads well`, async ({ adminPage: page }, results) => {
    await page.goto(path);

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await allRead(page);
    await expectToLookWell(page, results);
  });
}

test('of an empty club the plan of a match says that there is nobody to pick', async ({
  adminPage: page,
}, results) => {
  await planMatch(page);

  await expect(
    page.getByText('There are no players to pick from. Add players first.'),
  ).toBeVisible();
  await expectToLookWell(page, results);
});

/** Sixty letters without a gap. */
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft'.slice(
  0,
  60,
);

test('a club that has played once, last year and without goals, reads well', async ({
  page,
  request,
  sql,
  stack,
}, results) => {
  test.slow();
  const year = new Date().getUTCFullYear();
  await sql`
    insert into public.players (name)
    select case n when 1 then ${LONG_NAME} else 'Player ' || n end from generate_series(1, 10) as n`;
  await sql`
    insert into public.matches (match_date, team_a_score, team_b_score)
    values (${`${year - 1}-12-17`}, 0, 0)`;
  await sql`
    insert into public.player_matches (player_id, match_id, team, goals)
    select player_id, match_id, case when player_id % 2 = 0 then 'A' else 'B' end, 0
    from public.players, public.matches`;
  await updateStats(request, stack, sql);
  try {
    const [ids] = await sql<{ player: number; match: number }[]>`
      select min(player_id) as player, min(match_id) as match from public.player_matches`;
    for (const [path, words] of [
      ['/', 'No goals'],
      ['/tables', `No matches in ${year} yet`],
      [`/tables/${year - 1}`, LONG_NAME],
      ['/records', 'Unbeaten run'],
      ['/records/honours', 'No honours yet'],
      ['/records/all-time', 'So far nobody has played that many.'],
      ['/players', LONG_NAME],
      [`/players/${ids?.player}`, LONG_NAME],
      ['/matches', `1 match in ${year - 1}`],
      [`/matches/${ids?.match}`, LONG_NAME],
    ] as const) {
      await test.step(path, async () => {
        await page.goto(path);

        await expect(page.getByRole('main')).toContainText(words);
        await expectToLookWell(page, results);
      });
    }
  } finally {
    await sql`truncate public.matches, public.players restart identity cascade`;
  }
});

test('a club’s first thirty years can be added', async ({ request, sql, stack }) => {
  test.slow();
  await fillClub(stack, THIRTY_YEARS);
  await updateStats(request, stack, sql);
});

for (const { path } of PUBLIC_PAGES) {
  test(`of a club of ${THIRTY_YEARS.matches} matches ${path} reads well and is light`, async ({
    page,
    request,
  }, results) => {
    const response = await page.goto(path);

    expect(response?.status()).toBe(200);
    await expectToLookWell(page, results);
    const html = await (await request.get(path)).body();
    expect(gzipSync(html).length).toBeLessThanOrEqual(PAGE_BUDGET);
  });
}

for (const path of [
  // Settings are as many in every club.
  ...ADMIN_PAGES.filter((one) => one !== '/admin/settings'),
  '/admin/matches?page=75',
  `/admin/matches/${THIRTY_YEARS.matches}`,
]) {
  test(`of a club of ${THIRTY_YEARS.matches} matches ${path} reads well and is light`, async ({
    adminPage: page,
  }, results) => {
    const response = await page.goto(path);

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await allRead(page);
    await expectToLookWell(page, results);
    expect(gzipSync((await response?.body()) ?? '').length).toBeLessThanOrEqual(PAGE_BUDGET);
  });
}

test(`of a club of ${THIRTY_YEARS.matches} matches everyone who plays can be picked`, async ({
  adminPage: page,
}, results) => {
  await planMatch(page);

  const { regulars, ringers } = THIRTY_YEARS.players;
  await expect(page.getByRole('main').getByRole('checkbox')).toHaveCount(regulars + ringers);
  await expectToLookWell(page, results);
});

async function planMatch(page: Page): Promise<void> {
  await page.goto('/admin/matches');
  await page.getByLabel('Day of the next match').fill('2031-06-05');
  await page.getByRole('button', { name: 'Plan a match' }).click();
  await expect(page.getByRole('heading', { name: 'Who plays' })).toBeVisible();
}

/** Waits until a page has read what it shows, if it reads anything after it was opened. */
async function allRead(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}
