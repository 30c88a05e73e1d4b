import { DEMO } from './public-routes.ts';
import { expect, expectToLookWell, test } from './site.ts';

test('/matches reads well on phone and desktop, light and dark', async ({ page }, results) => {
  await page.goto('/matches');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Matches');
  await expectToLookWell(page, results);
});

test('the page of a match reads well on phone and desktop, light and dark', async ({
  page,
}, results) => {
  await page.goto(`/matches/${DEMO.latestMatch}`);

  await expect(page.getByRole('region', { name: 'Final score' })).toBeVisible();
  await expectToLookWell(page, results);
});

test('every match of every season is listed, the newest first', async ({ page, sql }) => {
  const matches = await sql<{ match_id: number; year: string }[]>`
    select match_id, to_char(match_date, 'YYYY') as year from public.matches
    order by match_date desc, match_id desc`;
  await page.goto('/matches');
  const seasons = await page.getByRole('navigation', { name: 'Seasons' }).getByRole('link').all();
  const addresses = await Promise.all(seasons.map((season) => season.getAttribute('href')));

  const listed: string[] = [];
  for (const address of addresses) {
    await page.goto(address ?? '');
    const links = page.getByRole('listitem').getByRole('link', { name: /\d–\d/ });
    listed.push(
      ...(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))),
    );
  }

  expect(listed).toEqual(matches.map(({ match_id }) => `/matches/${match_id}`));
});

test('a match tells the score, who scored and who played, each with a link', async ({
  page,
  sql,
}) => {
  // The one with most own goals, so that there are some.
  const [match] = await sql<
    { match_id: number; team_a_score: number; team_b_score: number; own_goals: number }[]
  >`
    select match_id, team_a_score, team_b_score, team_a_own_goals + team_b_own_goals as own_goals
    from public.matches order by own_goals desc, match_id limit 1`;
  const played = await sql<{ player_id: number; team: string; goals: number }[]>`
    select player_id, team, goals from public.player_matches where match_id = ${match?.match_id ?? 0}`;

  await page.goto(`/matches/${match?.match_id}`);

  const board = page.getByRole('region', { name: 'Final score' });
  await expect(board.getByRole('paragraph').getByText(/^\d+$/)).toHaveText([
    String(match?.team_a_score),
    String(match?.team_b_score),
  ]);
  await expect(board.getByText(/^Own goal/).first()).toBeVisible();
  await expect(board.getByRole('link')).toHaveCount(played.filter(({ goals }) => goals > 0).length);
  for (const team of ['A', 'B']) {
    const links = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { level: 2, name: `Team ${team}` }) })
      .filter({ has: page.getByRole('list') })
      .last()
      .getByRole('link');
    const hrefs = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
    expect(hrefs.toSorted()).toEqual(
      played
        .filter((one) => one.team === team)
        .map(({ player_id }) => `/players/${player_id}`)
        .toSorted(),
    );
  }
});

test('a reader goes from match to match in the order they were played', async ({ page, sql }) => {
  const newest = await sql<{ match_id: number }[]>`
    select match_id from public.matches order by match_date desc, match_id desc limit 2`;
  const [last, before] = newest.map(({ match_id }) => match_id);
  await page.goto(`/matches/${last}`);
  const others = page.getByRole('navigation', { name: 'Other matches' });
  await expect(others.getByRole('link', { name: 'Next' })).toHaveCount(0);

  await others.getByRole('link', { name: 'Previous' }).click();
  await expect(page).toHaveURL(`/matches/${before}`);
  await others.getByRole('link', { name: 'Next' }).click();

  await expect(page).toHaveURL(`/matches/${last}`);
});

for (const path of [
  '/players/999999',
  '/players/99999999999',
  '/players/_',
  '/players/me',
  '/matches/999999',
  '/matches/0',
  '/matches/season/1999',
  '/matches/season/_',
]) {
  test(`${path} is no page, and says so`, async ({ page }) => {
    const response = await page.goto(path);

    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  });
}
