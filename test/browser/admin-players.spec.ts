import { signInAgain } from './sign-in-again.ts';
import { expect, expectToLookWell, test } from './site.ts';

const NAME = 'Zed Newcomer';

test('a player is added, changed and retired, and the list is fresh at once', async ({
  adminPage: page,
  sql,
}) => {
  await page.goto('/admin/players');
  await page.getByRole('button', { name: 'Add player' }).click();
  const form = page.getByRole('dialog');
  const group = (name: string) =>
    page.getByRole('radiogroup', { name: 'Players shown' }).getByText(name);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(form).toContainText('A player needs a name.');

  await form.getByLabel('Name').fill(NAME);
  await form.getByRole('switch', { name: 'Ringer' }).check();
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText(`${NAME} saved.`)).toBeVisible();

  await group('Ringers').click();
  await page.getByRole('button', { name: NAME }).click();
  await form.getByRole('switch', { name: 'Ringer' }).uncheck();
  await form.getByRole('switch', { name: 'Retired' }).check();
  await form.getByLabel('Joined').fill('2024-03-07');
  await form.getByRole('button', { name: 'Save' }).click();

  await group('Retired').click();
  await expect(page.getByRole('button', { name: NAME })).toBeVisible();
  const [player] = await sql`
    select join_date::text, is_ringer, is_retired from public.players where name = ${NAME}`;
  expect(player).toEqual({ join_date: '2024-03-07', is_ringer: false, is_retired: true });
});

test('a session that ends in the middle of a form keeps what was typed', async ({
  adminPage: page,
  stack,
}) => {
  await page.goto('/admin/players');
  await page.getByRole('button', { name: 'Add player' }).click();
  await page.getByLabel('Name', { exact: true }).fill(NAME);
  await page.context().clearCookies();

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const alert = page.getByRole('dialog').getByRole('alert');
  await expect(alert).toContainText('Your session has ended');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(NAME);

  await signInAgain(page, alert, stack);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText(`${NAME} saved.`)).toBeVisible();
});

test('players read well on phone and desktop, light and dark', async ({
  adminPage: page,
}, results) => {
  const folder = (step: string) => ({
    outputPath: (name: string) => results.outputPath(`${step}-${name}`),
  });
  await page.goto('/admin/players');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Players');
  await expectToLookWell(page, folder('list'));

  await page.getByRole('button', { name: 'Add player' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectToLookWell(page, folder('form'));
});

test('a player just saved can be changed again at once, and Escape loses nothing', async ({
  adminPage: page,
  sql,
}) => {
  await sql`insert into public.players (name) values (${NAME})`;
  await page.goto('/admin/players');
  const form = page.getByRole('dialog');
  for (const date of ['2024-03-07', '2024-03-08']) {
    await page.getByRole('button', { name: NAME }).click();
    await form.getByLabel('Joined').fill(date);
    await page.keyboard.press('Escape');
    await expect(form.getByLabel('Joined')).toHaveValue(date);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
  }

  const [player] = await sql`select join_date::text from public.players where name = ${NAME}`;
  expect(player).toEqual({ join_date: '2024-03-08' });
});

test('a namesake is pointed out, and allowed', async ({ adminPage: page, sql }) => {
  const [someone] = await sql<{ name: string }[]>`select name from public.players limit 1`;
  await page.goto('/admin/players');
  await page.getByRole('button', { name: 'Add player' }).click();

  await page.getByLabel('Name', { exact: true }).fill(someone?.name ?? '');

  await expect(page.getByText(`There is already a player called ${someone?.name}.`)).toBeVisible();
});
