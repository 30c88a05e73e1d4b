import type { APIResponse } from '@playwright/test';
import { dropCaches } from '../../local/first-stats.ts';
import { openLogs } from '../../local/logs.ts';
import { startCountingProxy, sumOf } from '../bench/counting-proxy.ts';
import { onSiteBeside } from '../site-beside.ts';
import { eventually } from '../stack.ts';
import { PUBLIC_ROUTES } from './public-routes.ts';
import { expect, test } from './site.ts';
import { keptPages, updateStats } from './updates.ts';

const PATHS = PUBLIC_ROUTES.map(({ path }) => path);

/** What every answer shows something of: everybody's name and a rule carry a mark. */
const MARKS = {
  names: (answer: Buffer) => answer.includes('Renamed'),
  rules: (answer: Buffer) => answer.includes('9973'),
  // The scorers' names are drawn on it.
  picture: (answer: Buffer, before: Buffer | undefined) => !before?.equals(answer),
} as const;

test('after an update the first visitor of every route reads it fresh, the next from the cache', async ({
  request,
  sql,
  stack,
}) => {
  await keptPages(request, PATHS);
  const before = new Map<string, Buffer>();
  for (const path of PATHS) before.set(path, await (await request.get(path)).body());
  await sql`update public.players set name = 'Renamed ' || name`;
  await sql`insert into public.app_config values ('performance_half_life_days', '9973')`;
  await updateStats(request, stack, sql);

  for (const { path, shows } of PUBLIC_ROUTES) {
    const first = await request.get(path);
    const cached = await eventually(
      () => request.get(path),
      (page) => page.headers()['x-nextjs-cache'] === 'HIT',
    );

    expect.soft(first.status(), path).toBe(200);
    expect.soft(first.headers()['x-nextjs-cache'], path).not.toBe('HIT');
    // Not the text itself: a failure would print a page in full.
    const isMarked = async (answer: APIResponse) =>
      MARKS[shows](await answer.body(), before.get(path));
    const fresh = [await isMarked(first), await isMarked(cached)];
    expect.soft(fresh, `${path} shows the change, first and then`).toEqual([true, true]);
  }
});

test('who is on fire and the grim reaper are shown only if the club wants it', async ({
  request,
  sql,
  stack,
}) => {
  const cards = async () => {
    await updateStats(request, stack, sql);
    const html = await (await request.get('/')).text();
    return ['On fire', 'Grim reaper'].filter((title) => html.includes(`>${title}</h2>`));
  };
  expect(await cards()).toEqual(['On fire', 'Grim reaper']);

  await sql`insert into public.app_config values ('show_grim_reaper', 'false')`;
  expect(await cards()).toEqual(['On fire']);
});

test('a kept page asks the database nothing', async ({ afterwards, request, stack }, results) => {
  const api = await startCountingProxy(stack.apiUrl);
  afterwards(api.close);
  const logs = openLogs(results.outputPath('logs'));
  const differently = { SUPABASE_URL: api.url };
  await onSiteBeside(stack, { differently, logs }, async (webUrl) => {
    await dropCaches({ ...stack, webUrl });
    const urls = PATHS.map((path) => webUrl + path);
    await keptPages(request, urls);
    const toRender = api.count();

    for (const url of urls) {
      for (let visit = 0; visit < 10; visit += 1) {
        const answer = await request.get(url);
        expect([answer.status(), answer.headers()['x-nextjs-cache']], url).toEqual([200, 'HIT']);
      }
    }

    expect(sumOf(toRender.calls)).toBeGreaterThan(PATHS.length);
    expect([...api.count().calls]).toEqual([]);
  });
});
