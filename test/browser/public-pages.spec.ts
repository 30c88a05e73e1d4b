import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { eventually } from '../stack.ts';
import { playLatestToday } from './latest-match.ts';
import { PUBLIC_PAGES } from './public-routes.ts';
import { expect, expectToLookWell, readToEnd, test } from './site.ts';
import { updateStats } from './updates.ts';

/** What a first visit may load of scripts, without the chart: gzipped bytes. */
const SCRIPT_BUDGET = 200_000;

const lastYear = new Date().getUTCFullYear() - 1;
for (const { path, heading } of [
  { path: '/', heading: 'Match report' },
  { path: '/tables', heading: 'Tables' },
  { path: `/tables/${lastYear}`, heading: `Season ${lastYear}` },
  { path: '/records', heading: 'Records' },
  { path: '/records/honours', heading: 'Honours' },
  { path: '/records/all-time', heading: 'All-time table' },
  { path: '/rules', heading: 'How stats work' },
  { path: '/nowhere', heading: 'Page not found' },
  { path: '/tables/1999', heading: 'Page not found' },
]) {
  test(`${path} reads well on phone and desktop, light and dark`, async ({ page }, results) => {
    await page.goto(path);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectToLookWell(page, results);
  });
}

/** The share of the screen that moved, times how far: what browsers call good is 0.1. */
const UNNOTICED = 0.01;
const layoutShift = z.object({ value: z.number() });

for (const { path } of PUBLIC_PAGES) {
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
    expect(await page.text()).not.toMatch(/<(form|textarea)\b/);
  });

  test(`a first visit to ${path} loads at most ${SCRIPT_BUDGET / 1000} kB of scripts`, async ({
    request,
  }) => {
    const html = await (await request.get(path)).text();
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/nomodule/i.test(tag))
      .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);

    const sizes = await Promise.all(
      [...new Set(scripts)].map(
        async (src) => gzipSync(await (await request.get(src)).body()).length,
      ),
    );

    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(100_000);
    expect(total).toBeLessThanOrEqual(SCRIPT_BUDGET);
  });

  test(`nothing jumps while ${path} loads and is read to its end`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          performance.mark('jump', { detail: JSON.stringify(entry) });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });

    await page.goto(path);
    await readToEnd(page);
    await page.waitForLoadState('networkidle');

    const jumps = await page.evaluate(() =>
      performance
        .getEntriesByName('jump')
        .map((mark) => (mark instanceof PerformanceMark ? String(mark.detail) : '')),
    );
    const moved = jumps.map((jump) => layoutShift.parse(JSON.parse(jump)).value);
    const total = moved.reduce((sum, one) => sum + one, 0);
    expect(total, jumps.join('\n')).toBeLessThan(UNNOTICED);
  });
}

test('every page says how recent its stats are', async ({ request }) => {
  for (const { path } of PUBLIC_PAGES) {
    const html = await (await request.get(path)).text();
    expect.soft(/As of <time/.test(html), path).toBe(true);
  }
});

test('the home page shows the latest match as the club recorded it', async ({ page, sql }) => {
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

test('the all-time table lists players with enough games, the other view everyone', async ({
  page,
  sql,
}) => {
  const names = async (gamesRequired: number) => {
    const rows = await sql<{ name: string }[]>`
      select name from public.aggregated_all_time_stats where games_played >= ${gamesRequired}`;
    return rows.map(({ name }) => name).sort();
  };
  const shown = async () => {
    const headers = await page.getByRole('rowheader').allInnerTexts();
    return headers.map((header) => header.replace(/( \(\d+\))?(\s+retired)?$/, '')).sort();
  };

  await page.goto('/records/all-time');
  expect(await shown()).toEqual(await names(50));

  await page.getByRole('tab', { name: '50+ games' }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Everyone' })).toBeFocused();
  expect(await shown()).toEqual(await names(0));
});

test('a table is ranked by the column whose heading is pressed', async ({ page, sql }) => {
  const [best] = await sql<{ name: string }[]>`
    select name from public.aggregated_all_time_stats
    where games_played >= 50 order by goals desc limit 1`;
  await page.goto('/records/all-time');

  await page.getByRole('button', { name: 'Goals' }).press('Enter');

  await expect(page.getByRole('columnheader', { name: 'Goals' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page.getByRole('rowheader').first()).toContainText(best?.name ?? '');
});

test('a season is ranked by points or by goals, with its race as a chart and as a table', async ({
  page,
  request,
  sql,
  stack,
}) => {
  // Early in January there would be no match of the season yet.
  await playLatestToday(sql);
  await updateStats(request, stack, sql);
  const [race] = await sql<{ names: string[] }[]>`
    select array(select jsonb_path_query(player_data, '$[*].name') #>> '{}') as names
    from public.aggregated_season_race_data
    where period_type = 'whole_season'
      and season_year = extract(year from public.club_today())`;
  const [scorer] = await sql<{ name: string }[]>`
    select name from public.aggregated_season_stats
    where season_start_date = date_trunc('year', public.club_today())
    order by goals desc, fantasy_points desc limit 1`;
  await page.goto('/tables');
  await page.getByRole('tab', { name: /^Season/ }).click();
  const season = page.getByRole('tabpanel', { name: /^Season/ });

  await season.getByRole('tab', { name: 'Goals' }).click();
  await expect(season.getByRole('region').getByRole('rowheader').first()).toContainText(
    scorer?.name ?? '',
  );

  const lines = season.getByRole('table', { name: 'Points at the end of each month' });
  await expect(lines.getByRole('rowheader')).toHaveCount(race?.names.length ?? 0);
  await season.getByRole('heading', { name: 'Points race' }).scrollIntoViewIfNeeded();
  await expect(season.locator('.recharts-line')).toHaveCount(race?.names.length ?? 0);
});

test('players of the same name can be told apart', async ({ page, sql }) => {
  const [name] = await sql<{ name: string }[]>`
    select name from public.aggregated_all_time_stats group by name having count(*) > 1 limit 1`;

  await page.goto('/records/all-time');
  await page.getByRole('tab', { name: 'Everyone' }).click();

  const links = page.getByRole('rowheader').getByRole('link', { name: name?.name ?? '' });
  expect((await links.allInnerTexts()).sort()).toEqual([name?.name, `${name?.name} (2)`]);
});

test('the rules behind a stat are one click away', async ({ page }) => {
  await page.goto('/records');

  await page.getByRole('main').getByRole('link', { name: 'How stats work' }).click();

  await expect(page).toHaveURL(/\/rules#records$/);
  await expect(page.getByRole('heading', { name: 'Records and honours' })).toBeInViewport();
});

test('a reader’s choice of light or dark is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();

  await page.goto('/tables');

  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('the first Tab leads past the header to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();

  await page.keyboard.press('Enter');

  await expect(page.getByRole('main')).toBeFocused();
});

test('on a phone the way round is at the bottom, in reach of the thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/rules');
  const bar = page.getByRole('navigation', { name: 'Main' });

  await page.mouse.wheel(0, 1_000);
  const box = await bar.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844);

  await bar.getByRole('link', { name: 'Tables' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tables');
  await expect(bar.getByRole('link', { name: 'Tables' })).toHaveAttribute('aria-current', 'page');
});
