import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { expect, expectToLookWell, test } from './site.ts';

/** The ids of a player of each kind; of the two namesakes the one who came second. */
async function examples(sql: Sql) {
  const one = async (where: string) => {
    const [row] = await sql<{ player_id: number }[]>`
      select player_id from public.players where ${sql.unsafe(where)} order by player_id limit 1`;
    if (!row) throw new Error(`The club has no player where ${where}`);
    return row.player_id;
  };
  return {
    regular: await one('not is_ringer and not is_retired'),
    namesake: await one(
      'exists (select from public.players as p where p.name = players.name and p.player_id < players.player_id)',
    ),
    retired: await one('is_retired and not is_ringer'),
    ringer: await one('is_ringer'),
  };
}

const KINDS = ['regular', 'namesake', 'retired', 'ringer'] as const;

test('/players reads well on phone and desktop, light and dark', async ({ page }, results) => {
  await page.goto('/players');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Players');
  await expectToLookWell(page, results);
});

for (const kind of KINDS) {
  test(`the page of a ${kind} reads well on phone and desktop, light and dark`, async ({
    page,
    sql,
  }, results) => {
    await page.goto(`/players/${(await examples(sql))[kind]}`);

    await expect(page.getByText(/^As of/)).toBeVisible();
    await expectToLookWell(page, results);
  });
}

test('the list has everyone once, ringers and retired apart', async ({ page, sql }) => {
  const [count] = await sql<{ regular: number; retired: number; ringer: number }[]>`
    select
      (count(*) filter (where not is_ringer and not is_retired))::int as regular,
      (count(*) filter (where not is_ringer and is_retired))::int as retired,
      (count(*) filter (where is_ringer))::int as ringer
    from public.players`;

  await page.goto('/players');

  await expect(page.getByRole('rowheader', { name: /^(Active|Retired|Ringers) / })).toHaveText([
    `Active ${count?.regular}`,
    `Retired ${count?.retired}`,
    `Ringers ${count?.ringer}`,
  ]);
  const names = await page
    .getByRole('main')
    .getByRole('cell')
    .or(page.getByRole('rowheader'))
    .getByRole('link')
    .allInnerTexts();
  expect(new Set(names).size).toBe(
    (count?.regular ?? 0) + (count?.retired ?? 0) + (count?.ringer ?? 0),
  );
});

test('a player is found by part of the name, and opened', async ({ page }) => {
  await page.goto('/players');

  await page.getByRole('searchbox', { name: 'Find a player' }).fill('nathan th');

  const found = page.getByRole('table').getByRole('link');
  await expect(found).toHaveText(['Nathan Thorne', 'Nathan Thorne (2)']);
  await expect(page.getByRole('status')).toHaveText(/^2 of \d+ players$/);
  await found.last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nathan Thorne (2)');
});

test('the list is put in order by a click on a column, with the keyboard too', async ({
  page,
  sql,
}) => {
  const best = await sql<{ goals: number }[]>`
    select goals from public.aggregated_all_time_stats
    join public.players using (player_id)
    where not players.is_retired order by goals desc limit 3`;
  await page.goto('/players');

  await page.getByRole('button', { name: 'Goals' }).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('columnheader', { name: 'Goals' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const goals = page.getByRole('row').filter({ has: page.getByRole('link') });
  for (const [place, { goals: most }] of best.entries()) {
    await expect(goals.nth(place).getByRole('cell').nth(1)).toHaveText(String(most));
  }
});

test('a search that finds nobody says so', async ({ page }) => {
  await page.goto('/players');

  await page.getByRole('searchbox').fill('nobody of this name');

  await expect(page.getByRole('status')).toHaveText(/^0 of \d+ players$/);
  await expect(page.getByText('No name contains “nobody of this name”.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('what is typed to find a player is sent nowhere', async ({ page }) => {
  await page.goto('/players');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  await page.getByRole('searchbox').fill('thorne');
  await expect(page.getByRole('status')).toHaveText(/ of /);

  expect(asked.filter((url) => url.includes('thorne'))).toEqual([]);
  expect(page.url()).not.toContain('thorne');
});

/** The part of a page under a heading. */
const card = (page: Page, title: string) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({
      has: page.getByRole('heading', { level: 2, name: title, exact: true }),
    });

/** What a tile says below its label: the value and its note. */
const tile = (page: Page, label: string) =>
  page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd');

for (const kind of ['regular', 'namesake', 'retired'] as const) {
  test(`the page of a ${kind} says what the aggregates say`, async ({ page, sql }) => {
    const id = (await examples(sql))[kind];
    const [record] = await sql`
      select games_played, wins, draws, losses, goals, clean_sheets, heavy_wins, heavy_losses,
             fantasy_points, win_percentage::text as win_percentage,
             points_per_game::text as points_per_game
      from public.aggregated_all_time_stats where player_id = ${id}`;
    const [profile] = await sql`
      select win_streak, undefeated_streak, scoring_streak, attendance_streak, losing_streak,
             winless_streak, yearly_stats, teammate_chemistry_all
      from public.aggregated_player_profile_stats where player_id = ${id}`;
    const [form] = await sql`
      select last_5_games from public.aggregated_recent_performance where player_id = ${id}`;
    const [rating] = await sql<{ power: number; se: number; threat: number }[]>`
      select power_rating::float as power, power_rating_se::float as se,
             goal_threat::float as threat
      from public.aggregated_performance_ratings where player_id = ${id}`;
    const [names] = await sql<{ name: string; namesakes: number }[]>`
      select name, (
        select count(*)::int from public.players as p
        where p.name = players.name and p.player_id < players.player_id
      ) as namesakes
      from public.players where player_id = ${id}`;

    await page.goto(`/players/${id}`);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      names?.namesakes ? `${names.name} (${names.namesakes + 1})` : (names?.name ?? ''),
    );
    await expect(tile(page, 'Games')).toHaveText(String(record?.games_played));
    await expect(tile(page, 'Won–drawn–lost')).toHaveText(
      `${record?.wins}–${record?.draws}–${record?.losses}${record?.win_percentage}% won`,
    );
    await expect(tile(page, 'Points').first()).toContainText(String(record?.fantasy_points));
    await expect(tile(page, 'Clean sheets')).toHaveText(String(record?.clean_sheets));
    await expect(tile(page, 'Heavy wins–losses')).toContainText(
      `${record?.heavy_wins}–${record?.heavy_losses}`,
    );

    const streaks = card(page, 'Longest streaks').getByRole('row');
    for (const [place, games] of [
      profile?.win_streak,
      profile?.undefeated_streak,
      profile?.scoring_streak,
      profile?.attendance_streak,
      profile?.losing_streak,
      profile?.winless_streak,
    ].entries()) {
      await expect(
        streaks
          .nth(place + 1)
          .getByRole('cell')
          .first(),
      ).toHaveText(String(games));
    }

    const seasons = card(page, 'Season by season').getByRole('row');
    for (const [place, year] of profile?.yearly_stats.entries() ?? []) {
      await expect(seasons.nth(place + 1).getByRole('rowheader')).toHaveText(String(year.year));
      await expect(seasons.nth(place + 1).getByRole('cell')).toHaveText([
        String(year.games_played),
        String(year.goals_scored),
        year.minutes_per_goal?.toFixed(1) ?? '–',
        String(year.fantasy_points),
        year.points_per_game.toFixed(1),
        /^-?\d+\.\d$/,
      ]);
    }

    const games = card(page, 'Last five games').getByRole('listitem');
    await expect(games).toHaveCount(form?.last_5_games.length);
    for (const [place, game] of form?.last_5_games.entries() ?? []) {
      await expect(games.nth(place)).toContainText(game.score.replace('-', '–'));
      await expect(games.nth(place).getByRole('link')).toHaveAttribute(
        'href',
        `/matches/${game.match_id}`,
      );
    }

    const mates = card(page, 'Chemistry').getByRole('listitem');
    const chemistry = profile?.teammate_chemistry_all ?? [];
    expect(chemistry).not.toEqual([]);
    await expect(mates.first()).toContainText(chemistry[0].average_fantasy_points_with.toFixed(1));
    await expect(mates.first().getByRole('link')).toHaveAttribute(
      'href',
      `/players/${chemistry[0].player_id}`,
    );

    expect(rating !== undefined, 'who still plays is rated, and nobody else').toBe(
      kind !== 'retired',
    );
    if (rating) {
      await expect(tile(page, 'Expected points')).toContainText(rating.power.toFixed(1));
      await expect(tile(page, 'Expected goals')).toContainText(rating.threat.toFixed(2));
      const reach = 1.96 * rating.se;
      await expect(card(page, 'Power rating')).toContainText(
        `between ${(rating.power - reach).toFixed(1)} and ${(rating.power + reach).toFixed(1)}`,
      );
    } else {
      await expect(card(page, 'Power rating')).toContainText('Only active players are rated.');
    }
  });
}

test('the page of a ringer has the rating and the matches, and no totals', async ({
  page,
  sql,
}) => {
  const id = (await examples(sql)).ringer;
  const matches = await sql<{ match_id: number }[]>`
    select match_id from public.player_matches join public.matches using (match_id)
    where player_id = ${id} order by match_date desc, match_id desc limit 5`;
  const [rating] = await sql<{ power: number }[]>`
    select power_rating::float as power from public.aggregated_performance_ratings
    where player_id = ${id}`;

  await page.goto(`/players/${id}`);

  await expect(tile(page, 'Expected points')).toContainText(rating?.power.toFixed(1) ?? '');
  const links = card(page, 'Last matches').getByRole('link');
  await expect(links).toHaveCount(matches.length);
  for (const [place, { match_id }] of matches.entries()) {
    await expect(links.nth(place)).toHaveAttribute('href', `/matches/${match_id}`);
  }
  await expect(page.getByText('All time')).toHaveCount(0);
});
