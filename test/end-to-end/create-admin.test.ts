import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ensureUser } from '../../local/auth-users.ts';
import { freePort } from '../../local/ports.ts';
import { runTool } from '../run-tool.ts';
import { connect, runningStack, signIn } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
afterAll(async () => {
  await sql`delete from auth.users where email like '%@new-admin.example'`;
  await sql.end();
});

const RUNNING_STACK = { LOCAL_DIR: dirname(process.env.STACK_FILE ?? '') };
const PROJECT = { SUPABASE_URL: stack.apiUrl, SUPABASE_SERVICE_ROLE_KEY: stack.secretKey };

const someEmail = () => `${randomUUID()}@new-admin.example`;

/** What the site answers on an admin's route to somebody with this password. */
async function asks(email: string, password: string): Promise<number> {
  const cookie = await signIn(stack, { email, password });
  const response = await fetch(new URL('/api/admin/background-jobs', stack.webUrl), {
    headers: { cookie },
  });
  return response.status;
}

test('somebody new can sign in as an admin with the password that is shown', async () => {
  const email = someEmail();

  const { code, output } = await runTool('create-admin.ts', RUNNING_STACK, { args: [email] });

  expect(code, output).toBe(0);
  expect(output).toMatch(new RegExp(`^${email} is an admin, and new\\.\n`));
  expect(output).toContain(`Sign in at ${stack.webUrl}/sign-in`);
  const password = /^Password, shown only this once: (\S{20})$/m.exec(output)?.[1] ?? '';
  expect(await asks(email, password)).toBe(200);
});

test('a user who exists becomes an admin and keeps the password', async () => {
  const email = someEmail();
  await ensureUser(sql, { email, password: 'known to its owner' });
  expect(await asks(email, 'known to its owner')).toBe(403);

  const { code, output } = await runTool('create-admin.ts', PROJECT, { args: [email] });

  expect(code, output).toBe(0);
  expect(output).toContain(`${email} is an admin now.\nThe password is what it was.\n`);
  expect(await asks(email, 'known to its owner')).toBe(200);
});

test('the password can be given on stdin, also anew, and is not shown', async () => {
  const email = someEmail();
  const give = (input: string) =>
    runTool('create-admin.ts', PROJECT, { args: [email, '--password-stdin'], input });

  const first = await give('correct horse\n');
  const second = await give('battery staple\n');

  expect(first.code, first.output).toBe(0);
  expect(second.code, second.output).toBe(0);
  expect(first.output + second.output).not.toMatch(/horse|staple/);
  expect(await asks(email, 'battery staple')).toBe(200);
  await expect(asks(email, 'correct horse')).rejects.toThrow(/Invalid/);
});

test.for([
  ['a short password', PROJECT, ['--password-stdin'], 'short', /12 characters or more/],
  [
    'a key that is not secret',
    { ...PROJECT, SUPABASE_SERVICE_ROLE_KEY: stack.publishableKey },
    [],
    '',
    /must be a secret key of this project/,
  ],
  ['no key', { SUPABASE_URL: stack.apiUrl }, [], '', /Set SUPABASE_URL and SUPABASE_SERVICE/],
] as const)('%s is told, and nobody is made', async ([, environment, flags, input, said]) => {
  const email = someEmail();

  const { code, output } = await runTool('create-admin.ts', environment, {
    args: [email, ...flags],
    input,
  });

  expect(output).toMatch(said);
  expect(code).toBe(1);
  expect(await sql`select from auth.users where email = ${email}`).toHaveLength(0);
});

test('a project that does not answer is told', async () => {
  const SUPABASE_URL = `http://127.0.0.1:${await freePort()}`;

  const { code, output } = await runTool(
    'create-admin.ts',
    { ...PROJECT, SUPABASE_URL },
    { args: [someEmail()] },
  );

  expect(output).toMatch(/does not answer: is SUPABASE_URL right\?/);
  expect(code).toBe(1);
});

test('a password on the command line is refused, and not repeated', async () => {
  const { code, output } = await runTool('create-admin.ts', PROJECT, {
    args: [someEmail(), 'a-long-enough-password'],
  });

  expect(output).toMatch(/^That is a word too many\./);
  expect(output).not.toContain('a-long-enough-password');
  expect(code).toBe(2);
});
