import { expect, expectToLookWell, test } from './site.ts';

test('a rule is changed, the pages that tell the rules follow at once, and the numbers when asked', async ({
  adminPage: page,
  sql,
}, results) => {
  await page.goto('/admin/settings');
  const games = page.getByRole('textbox', { name: 'Games for the leaderboard' });
  await expect(games).toHaveValue('50');

  await games.fill('many');
  await expect(page.getByText('Enter a whole number from 0 to 10000.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await expect(page.getByText('Correct the marked fields to save.')).toBeVisible();
  await expectToLookWell(page, results);

  await games.fill('7');
  await page.getByRole('textbox', { name: 'Win', exact: true }).fill('21');
  await expect(page.getByRole('textbox', { name: 'Heavy win', exact: true })).toHaveValue('31');
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('status')).toContainText('Saved');
  const rules = await sql`select config_key, config_value from public.app_config order by 1`;
  expect([...rules]).toEqual([
    { config_key: 'fantasy_win_points', config_value: '21' },
    { config_key: 'games_required_for_hof', config_value: '7' },
  ]);
  await page.getByRole('button', { name: 'Update stats now' }).click();
  await page.getByRole('link', { name: 'View progress' }).click();
  await expect(page.getByText('Up to date', { exact: true })).toBeVisible();

  await page.goto('/rules');
  await expect(page.getByRole('row', { name: 'Win 21', exact: true })).toBeVisible();
});

test('who comes back finds the settings as they are now, and no news of the last save', async ({
  adminPage: page,
  sql,
}) => {
  const win = page.getByRole('textbox', { name: 'Win', exact: true });
  await page.goto('/admin/settings');
  await win.fill('21');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await page.getByRole('link', { name: 'Players' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Players');
  await sql`update public.app_config set config_value = '22'`;

  await page.getByRole('link', { name: 'Settings' }).click();

  await expect(win).toHaveValue('22');
  await expect(page.getByRole('button', { name: 'Update stats now' })).toBeHidden();
});

test('a bad value put in by hand is pointed out, and keeps nothing else from being saved', async ({
  adminPage: page,
  sql,
}) => {
  await sql`insert into public.app_config (config_key, config_value)
    values ('show_on_fire', 'yes'), ('min_streak_length', 'three')`;
  await page.goto('/admin/settings');
  await expect(page.getByText('Choose on or off.')).toBeVisible();
  await expect(page.getByText('Enter a whole number from 1 to 10000.')).toBeVisible();

  await page.getByRole('textbox', { name: 'Win', exact: true }).fill('21');
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('status')).toContainText('Saved');
});

test('a rule goes back to its default', async ({ adminPage: page, sql }) => {
  await sql`
    insert into public.app_config (config_key, config_value) values ('show_on_fire', 'false')`;
  await page.goto('/admin/settings');
  const shown = page.getByRole('switch', { name: 'Show “on fire”' });
  await expect(shown).not.toBeChecked();

  await page.getByRole('button', { name: 'Use the default for Show “on fire”' }).click();
  await expect(shown).toBeChecked();
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('status')).toContainText('Saved');
  expect([...(await sql`select * from public.app_config`)]).toEqual([]);
});

test('of two admins the second is told, keeps what they typed, and decides', async ({
  adminPage: page,
  sql,
}, results) => {
  await page.goto('/admin/settings');
  const win = page.getByRole('textbox', { name: 'Win', exact: true });
  await win.fill('30');
  await page.getByRole('textbox', { name: 'Draw', exact: true }).fill('12');
  await sql`select public.change_settings(
    ${sql.json([{ key: 'fantasy_win_points', value: '25', seen: null }])},
    ${crypto.randomUUID()}, 'kim@club.example')`;

  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByText('kim@club.example changed the settings just now.')).toBeVisible();
  await expect(page.getByText('Someone else set this to 25 points.')).toBeVisible();
  await expect(win).toHaveValue('30');
  expect((await sql`select config_value from public.app_config`)[0]?.config_value).toBe('25');
  await expectToLookWell(page, results);

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  const saved = await sql`select config_value from public.app_config order by config_key`;
  expect(saved.map(({ config_value }) => config_value)).toEqual(['12', '30']);
});
