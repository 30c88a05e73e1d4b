import { eventually } from '../stack.ts';
import { expect, expectToLookWell, test } from './site.ts';

const PAGES = [
  { path: '/', heading: 'Match report' },
  { path: '/table/all-time', heading: 'All-time table' },
  { path: '/table/all-time/everyone', heading: 'All-time table' },
  { path: '/nowhere', heading: 'There is no such page' },
] as const;

for (const { path, heading } of PAGES) {
  test(`${path} reads well on phone and desktop, light and dark`, async ({ page }, results) => {
    await page.goto(path);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectToLookWell(page, results);
  });
}

for (const path of ['/', '/table/all-time', '/table/all-time/everyone']) {
  test(`${path} is served from the cache, to everyone alike`, async ({ request }) => {
    const page = await eventually(
      () => request.get(path),
      (answer) => answer.headers()['x-nextjs-cache'] === 'HIT',
    );

    expect(page.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(page.headers()['set-cookie']).toBeUndefined();
    expect(page.headers()['content-security-policy']).toContain("form-action 'none'");
    expect(await page.text()).not.toMatch(/<(form|input|textarea)\b/);
  });
}

test('the home page tells the latest match as the club recorded it', async ({ page, sql }) => {
  const [match] = await sql<{ team_a_score: number; team_b_score: number }[]>`
    select team_a_score, team_b_score from public.aggregated_match_report`;

  await page.goto('/');

  const score = page.getByRole('region', { name: 'Final score' }).getByRole('paragraph');
  await expect(score.getByText(/^\d+$/)).toHaveText([
    String(match?.team_a_score),
    String(match?.team_b_score),
  ]);
  await expect(page.getByText(/^As of/)).toBeVisible();
});

test('the leaderboard has who played enough, the other view everyone', async ({ page, sql }) => {
  const names = async (gamesRequired: number) => {
    const rows = await sql<{ name: string }[]>`
      select name from public.aggregated_all_time_stats where games_played >= ${gamesRequired}`;
    return rows.map(({ name }) => name).sort();
  };
  const shown = async () => {
    const headers = await page.getByRole('rowheader').allInnerTexts();
    return headers.map((header) => header.replace(/( \(\d+\))?(\s+retired)?$/, '')).sort();
  };

  await page.goto('/table/all-time');
  expect(await shown()).toEqual(await names(50));

  await page.getByRole('link', { name: 'Everyone' }).click();
  await page.waitForURL('**/everyone');
  expect(await shown()).toEqual(await names(0));
});

test('a reader’s choice of light or dark is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();

  await page.goto('/table/all-time');

  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('the first Tab leads past the header to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();

  await page.keyboard.press('Enter');

  await expect(page.getByRole('main')).toBeFocused();
});
