import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { ensureUser } from '../../local/auth-users.ts';
import { sendSignInForm } from '../sign-in-form.ts';
import { connect, runningStack } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
const admin = { email: stack.adminEmail, password: stack.adminPassword };
const player = { email: 'form-player@berkotnf.test', password: randomUUID() };
const wrong = { ...admin, password: 'something else' };
const unknown = { email: 'nobody@berkotnf.test', password: 'something else' };
const OFFICE = '203.0.113.7';
const ELSEWHERE = '198.51.100.9';

const TOO_MANY = /^Too many attempts\. Wait (1[0-5]) minutes, then try again\.$/;

beforeAll(() => ensureUser(sql, player));
beforeEach(() => sql`delete from public.sign_in_try`.then(() => {}));
afterAll(async () => {
  await sql`delete from public.sign_in_try`;
  await sql.end();
});

test('an admin gets a session of thirty days at most that no script reads', async () => {
  const { status, location, cookies } = await sendSignInForm(stack, admin, OFFICE);

  expect([status, location]).toEqual([303, '/admin/info']);
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatch(/Max-Age=2592000;.*HttpOnly; SameSite=lax$/i);
});

test('a right password is refused like a wrong one once there were too many tries', async () => {
  const before = [];
  for (let n = 1; n <= 10; n++) before.push(await sendSignInForm(stack, wrong, OFFICE));

  const again = await sendSignInForm(stack, wrong, OFFICE);
  const right = await sendSignInForm(stack, admin, OFFICE);
  const elsewhere = await sendSignInForm(stack, admin, ELSEWHERE);

  const problem = 'Wrong e-mail or password.';
  expect(new Set(before.map((answer) => answer.problem))).toEqual(new Set([problem]));
  expect(again.problem).toMatch(TOO_MANY);
  expect(right).toMatchObject({ status: 200, problem: again.problem, cookies: [] });
  expect(elsewhere.location).toBe('/admin/info');
});

test('an account that does not exist is answered like one that does, and not sooner', async () => {
  const answers = [];
  for (let n = 1; n <= 11; n++) {
    answers.push([
      await sendSignInForm(stack, unknown, OFFICE),
      await sendSignInForm(stack, wrong, ELSEWHERE),
    ]);
  }

  for (const [missing, existing] of answers.slice(0, 10)) {
    expect(missing?.problem).toBe(existing?.problem);
    expect(missing?.cookies).toEqual([]);
    expect(missing?.ms).toBeGreaterThan(490);
    expect(existing?.ms).toBeGreaterThan(490);
  }
  for (const { problem } of answers[10] ?? []) expect(problem).toMatch(TOO_MANY);
});

test('a plain user gets no session, and the try does not count', async () => {
  const answers = [];
  for (let n = 1; n <= 11; n++) answers.push(await sendSignInForm(stack, player, OFFICE));

  for (const { problem, cookies } of answers) {
    expect(problem).toBe('This account is not a club admin. Ask an admin for access.');
    expect(cookies.filter((cookie) => !/Max-Age=0|expires=Thu, 01 Jan 1970/i.test(cookie))).toEqual(
      [],
    );
  }
});

test('neither an account nor an address can be read in what is counted', async () => {
  await sendSignInForm(stack, wrong, OFFICE);

  const rows = await sql<{ key: string }[]>`select key from public.sign_in_try order by key`;
  expect(rows.map(({ key }) => key.replace(/[\w-]{43}/g, '#'))).toEqual([
    'account #',
    'address #',
    'both # #',
  ]);
});

test('the address that the caller claims does not count, but the one its proxy saw', async () => {
  await sendSignInForm(stack, wrong, `1.2.3.4, ${OFFICE}`);
  await sendSignInForm(stack, wrong, `5.6.7.8, ${OFFICE}`);

  const [address] = await sql`select tries from public.sign_in_try where key like 'address %'`;
  expect(address?.tries).toBe(2);
});

test('while nobody can be counted nobody is let in', async () => {
  onTestFinished(async () => {
    await sql`alter function public.begin_sign_in_away rename to begin_sign_in`;
    await sql`notify pgrst, 'reload schema'`;
  });
  await sql`alter function public.begin_sign_in rename to begin_sign_in_away`;
  await sql`notify pgrst, 'reload schema'`;

  const { status, problem, cookies } = await sendSignInForm(stack, admin, OFFICE);

  expect(status).toBe(200);
  expect(problem).toBe('Sign-in is unavailable right now. Try again in a minute.');
  expect(cookies).toEqual([]);
});

test('what was typed comes back as text, whatever it is', async () => {
  const typed = { email: '"></script><script>alert(1)</script>', password: 'x' };

  const { problem, page } = await sendSignInForm(stack, typed, OFFICE);

  expect(problem).toBe('Enter your e-mail address and your password.');
  expect(page).not.toContain('<script>alert(1)');
});

test('another site’s form signs nobody in', async () => {
  const refused = await sendSignInForm(stack, admin, OFFICE, { origin: 'https://evil.example' });
  const fromNowhere = await sendSignInForm(stack, admin, OFFICE, { cookie: 'some=session' });

  // Next itself turns away a foreign origin, before any code of ours.
  expect(refused).toMatchObject({ status: 500, location: null, cookies: [] });
  expect(fromNowhere).toMatchObject({
    status: 200,
    location: null,
    problem: 'This request came from another site. Use the buttons of the admin pages.',
    cookies: [],
  });
});
