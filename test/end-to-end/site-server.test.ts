import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { webEnvironment } from '../../local/stack.ts';
import { runningStack, signInAdmin } from '../stack.ts';

const stack = runningStack();

test('a site whose port is taken ends with an error', async () => {
  const { port } = new URL(stack.webUrl);
  const site = spawn(process.execPath, ['src/site-server.ts', port], {
    env: { ...process.env, ...webEnvironment(stack), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  site.stdout.on('data', (text) => said.push(`${text}`));

  const [code] = await once(site, 'close');

  expect(code).toBe(1);
  expect(said.join('')).toContain('EADDRINUSE');
});

/** What a build calls its server actions. */
const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string() })),
});

test('signing out works behind a proxy that speaks HTTPS', async () => {
  const built = readFileSync('.next/server/server-reference-manifest.json', 'utf8');
  const actions = Object.entries(manifest.parse(JSON.parse(built)).node);
  const [signOut = ''] =
    actions.find(([, { exportedName }]) => exportedName === 'signOutAction') ?? [];

  const answer = await fetch(`${stack.webUrl}/admin/info`, {
    method: 'POST',
    headers: {
      cookie: await signInAdmin(stack),
      origin: new URL(stack.webUrl).origin,
      'next-action': signOut,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      'x-forwarded-proto': 'https',
    },
    body: '[]',
  });

  // The page that is shown next comes with the answer: the site asks itself for it.
  expect(answer.headers.get('x-action-redirect')).toContain('/sign-in');
  expect(answer.headers.get('content-type')).toContain('text/x-component');
  expect(await answer.text()).toContain('Sign in');
});
