import { ensureUser } from '../../local/auth-users.ts';
import { cookieAt, signIn } from '../stack.ts';
import { expect, expectAccessible, expectToLookWell, test } from './site.ts';

const PLAYER = { email: 'player@berkotnf.example', password: 'not-an-admin-just-a-player' };

test('signing in reads well on phone and desktop, light and dark', async ({ page }, results) => {
  await page.goto('/sign-in');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await expectToLookWell(page, results);
});

test('whoever is not signed in is led to sign in, and nowhere else after', async ({
  page,
  request,
  stack,
}) => {
  for (const path of ['/admin', '/admin/info', '/admin/nowhere']) {
    const refused = await request.get(path, { maxRedirects: 0 });
    expect(refused.status()).toBe(307);
    expect(refused.headers().location).toMatch(/^(http:\/\/[^/]+)?\/sign-in$/);
  }

  await page.goto('/sign-in?next=https://elsewhere.example&redirectTo=//elsewhere.example');
  await page.getByLabel('E-mail').fill(stack.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(stack.adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page).toHaveURL(`${stack.webUrl}/admin/info`);
});

test('it works by keyboard alone', async ({ page, stack }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(stack.adminEmail);
  await page.keyboard.press('Tab');
  await page.keyboard.type(stack.adminPassword);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Control room');
});

test('a wrong password is told, and what was typed is kept but for the password', async ({
  page,
  stack,
}) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(stack.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill('something else');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('alert').filter({ hasText: 'password' })).toHaveText(
    'Wrong e-mail or password.',
  );
  await expect(page.getByLabel('E-mail')).toHaveValue(stack.adminEmail);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expectAccessible(page);
  expect(await page.context().cookies()).toEqual([]);
});

test('somebody who is not an admin is refused and gets no session', async ({ page, sql }) => {
  await ensureUser(sql, PLAYER);

  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(PLAYER.email);
  await page.getByLabel('Password', { exact: true }).fill(PLAYER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('alert').filter({ hasText: 'admin' })).toContainText(
    'This account is not a club admin.',
  );
  expect(await page.context().cookies()).toEqual([]);
  await page.goto('/admin/info');
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('whoever is signed in and no admin is sent away before anything is shown', async ({
  request,
  sql,
  stack,
}) => {
  await ensureUser(sql, PLAYER);
  const cookie = await signIn(stack, PLAYER);

  for (const path of ['/admin/info', '/admin/settings', '/admin/nowhere']) {
    const refused = await request.get(path, { headers: { cookie }, maxRedirects: 0 });
    expect(refused.status()).toBe(307);
    expect(refused.headers().location).toMatch(/\/sign-in$/);
    expect(await refused.text()).not.toContain('<');
  }
});

test('no script can read the session, and signing out ends it', async ({ page, stack }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(stack.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(stack.adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/admin\/info$/);
  expect(await page.context().cookies()).not.toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');

  await page.getByRole('button', { name: 'Sign out' }).click();

  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await page.context().cookies()).toEqual([]);
  await page.goto('/admin/info');
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('the admin’s pages run only scripts with the nonce of their own request', async ({
  request,
}) => {
  const visit = async () => {
    const page = await request.get('/sign-in');
    const policy = page.headers()['content-security-policy'] ?? '';
    return { policy, nonce: /'nonce-([^']+)'/.exec(policy)?.[1], html: await page.text() };
  };

  const [first, second] = [await visit(), await visit()];

  expect(first.nonce).toBeTruthy();
  expect(first.nonce).not.toBe(second.nonce);
  expect(first.policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  const scripts = first.html.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.includes(`nonce="${first.nonce}"`))).toEqual([]);
});

test('a session that has run out is renewed on the way, unnoticed', async ({
  adminPage: page,
  stack,
}) => {
  const session = async () => (await page.context().cookies())[0]?.value ?? '';
  const aged = JSON.parse(Buffer.from(bare(await session()), 'base64url').toString());
  aged.expires_at = Math.floor(Date.now() / 1000) - 60;
  const value = `base64-${Buffer.from(JSON.stringify(aged)).toString('base64url')}`;
  await page.context().clearCookies();
  const { name } = cookieAt(stack.webUrl);
  await page.context().addCookies([{ name, value, url: stack.webUrl }]);

  await page.goto('/admin/info');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Control room');
  const renewed = JSON.parse(Buffer.from(bare(await session()), 'base64url').toString());
  expect(renewed.refresh_token).not.toBe(aged.refresh_token);
  expect((await page.context().cookies())[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
});

const bare = (cookie: string) => cookie.replace(/^base64-/, '');
