import { randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ensureUser } from '../../local/auth-users.ts';
import { FUNCTIONS, RELATIONS, type Readers } from '../sql/security/matrix.ts';
import { connect, runningStack } from '../stack.ts';

/*
 * What the publishable key opens for whoever has it, through the API itself: by itself, and with an
 * account that somebody could make where signing up is on.
 */

const stack = runningStack();
const sql = connect(stack);
const user = { email: 'mallory@berkotnf.test', password: randomUUID() };
const tokens = { anybody: stack.publishableKey, 'a plain user': '', 'an admin': '' };
type Caller = keyof typeof tokens;
const CALLERS: Caller[] = ['anybody', 'a plain user', 'an admin'];

const tokenOf = async (credentials: { email: string; password: string }) => {
  const { auth } = createClient(stack.apiUrl, stack.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data } = await auth.signInWithPassword(credentials);
  return data.session?.access_token ?? '';
};

beforeAll(async () => {
  await ensureUser(sql, user);
  tokens['a plain user'] = await tokenOf(user);
  tokens['an admin'] = await tokenOf({ email: stack.adminEmail, password: stack.adminPassword });
});
afterAll(() => sql.end());

function ask(caller: Caller, path: string, init: RequestInit = {}) {
  return fetch(new URL(path, stack.apiUrl), {
    ...init,
    headers: {
      apikey: stack.publishableKey,
      authorization: `Bearer ${tokens[caller]}`,
      'content-type': 'application/json',
      ...init.headers,
    },
  });
}

/** Who is answered at all; a plain user is answered about what is the admins', with nothing. */
const ANSWERED: Readonly<Record<Readers, readonly Caller[]>> = {
  everybody: CALLERS,
  admins: ['a plain user', 'an admin'],
  service: [],
  nobody: [],
};

describe.each(CALLERS)('%s with the publishable key', (caller) => {
  test('reads what the matrix says', async () => {
    const wrong: string[] = [];
    for (const [name, readers] of Object.entries(RELATIONS)) {
      const response = await ask(caller, `/rest/v1/${name}?limit=1`);
      const body: unknown = await response.json();
      const rows = z.array(z.unknown()).safeParse(body);
      if (response.ok !== ANSWERED[readers].includes(caller)) {
        wrong.push(`${name}: ${response.status}`);
      }
      if (caller === 'a plain user' && readers === 'admins' && rows.data?.length !== 0) {
        wrong.push(`${name}: ${JSON.stringify(body)}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  test('writes nothing', async () => {
    const columns = await sql<{ name: string; column: string }[]>`
      select relname as name, attname as column
      from pg_class join pg_attribute on attrelid = pg_class.oid and attnum = 1
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`;
    const done: string[] = [];
    for (const { name, column } of columns) {
      for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
        const response = await ask(caller, `/rest/v1/${name}`, {
          method,
          ...(method !== 'DELETE' && { body: JSON.stringify({ [column]: null }) }),
        });
        if (response.ok) done.push(`${method} ${name}: ${response.status}`);
      }
    }

    expect(done).toEqual([]);
    expect(columns).toHaveLength(Object.keys(RELATIONS).length);
  });

  test('executes what the matrix says', async () => {
    const open: string[] = [];
    for (const name of Object.keys(FUNCTIONS)) {
      const response = await ask(caller, `/rest/v1/rpc/${name}`, { method: 'POST', body: '{}' });
      if (response.ok) open.push(name);
    }

    expect(open).toEqual(['club_benchmarks', 'club_rules']);
  });

  test.each(['pgmq', 'auth', 'extensions', 'pg_catalog'])(
    'reaches nothing in %s',
    async (schema) => {
      const profile = { 'accept-profile': schema, 'content-profile': schema };
      const read = await ask(caller, '/rest/v1/users', { headers: profile });
      const call = await ask(caller, '/rest/v1/rpc/read', {
        method: 'POST',
        headers: profile,
        body: JSON.stringify({ queue_name: 'stats-update-queue', vt: 1, qty: 1 }),
      });

      expect([read.ok, call.ok]).toEqual([false, false]);
    },
  );
});

test('whoever has only the publishable key makes no account and sees none', async () => {
  const signUp = await ask('anybody', '/auth/v1/signup', {
    method: 'POST',
    body: JSON.stringify({ email: 'eve@berkotnf.test', password: randomUUID() }),
  });
  const accounts = await ask('a plain user', '/auth/v1/admin/users');

  expect(signUp.ok).toBe(false);
  expect(await accounts.text()).not.toContain(stack.adminEmail);
  expect(await sql`select from auth.users where email = 'eve@berkotnf.test'`).toEqual([]);
});

test('no user makes an admin of himself', async () => {
  await ask('a plain user', '/auth/v1/user', {
    method: 'PUT',
    body: JSON.stringify({
      data: { role: 'admin' },
      user_metadata: { role: 'admin' },
      app_metadata: { role: 'admin' },
      role: 'service_role',
    }),
  });

  tokens['a plain user'] = await tokenOf(user);

  const jobs = await ask('a plain user', '/rest/v1/background_job_status?limit=1');
  expect(await jobs.json()).toEqual([]);
  const [account] = await sql`
    select raw_app_meta_data ->> 'role' as role from auth.users where email = ${user.email}`;
  expect(account?.role).toBeNull();
});

test('a token that we did not sign is nobody’s', async () => {
  const [head, , signature] = tokens['a plain user'].split('.');
  const claims = { role: 'service_role', app_metadata: { role: 'admin' }, exp: 4_000_000_000 };
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');

  for (const forged of [`${head}.${body}.${signature}`, `${none}.${body}.`]) {
    const response = await ask('anybody', '/rest/v1/background_job_status', {
      headers: { authorization: `Bearer ${forged}` },
    });
    expect(response.ok).toBe(false);
  }
});
