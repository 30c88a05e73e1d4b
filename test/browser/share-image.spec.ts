import type { APIRequestContext } from '@playwright/test';
import { dropCaches } from '../../local/first-stats.ts';
import { openLogs } from '../../local/logs.ts';
import { onSiteBeside } from '../site-beside.ts';
import { scoreAGoal } from './latest-match.ts';
import { expect, test } from './site.ts';
import { keptPages, updateStats } from './updates.ts';

/** The content of a page's Open Graph property; empty if it has none. */
async function openGraph(request: APIRequestContext, url: string, property: string) {
  const html = await (await request.get(url)).text();
  return new RegExp(`<meta property="og:${property}" content="([^"]+)"`).exec(html)?.[1] ?? '';
}

/** The path of the home page's share image. */
async function imagePath(request: APIRequestContext): Promise<string> {
  const { pathname, search } = new URL(await openGraph(request, '/', 'image'));
  return pathname + search;
}

test('a link to the match report has a picture of the match, drawn anew after an update', async ({
  request,
  sql,
  stack,
}) => {
  const path = await imagePath(request);
  await keptPages(request, [path]);
  const before = await request.get(path);
  await scoreAGoal(sql);
  await updateStats(request, stack, sql);

  const after = await request.get(path);

  expect([before.headers()['content-type'], after.headers()['content-type']]).toEqual([
    'image/png',
    'image/png',
  ]);
  const picture = await after.body();
  // A PNG says its width and height in its first chunk.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(picture.equals(await before.body())).toBe(false);
});

test('on Vercel the share image has the address of the production site', async ({
  request,
  stack,
}, results) => {
  const logs = openLogs(results.outputPath('logs'));
  const differently = { VERCEL_PROJECT_PRODUCTION_URL: 'tnf.example' };

  const url = await onSiteBeside(stack, { differently, logs }, async (webUrl) => {
    await dropCaches({ ...stack, webUrl });
    return openGraph(request, webUrl, 'image');
  });

  expect(new URL(url).origin).toBe('https://tnf.example');
});

test('a link to a match says how it ended, a link to a player who it is', async ({
  request,
  sql,
}) => {
  const [match] = await sql<{ score: string }[]>`
    select team_a_score || '–' || team_b_score as score from public.matches where match_id = 150`;
  const [player] = await sql<{ name: string; games_played: number }[]>`
    select name, games_played from public.aggregated_all_time_stats where player_id = 1`;

  expect(await openGraph(request, '/matches/150', 'title')).toContain(
    `Team A ${match?.score} Team B`,
  );
  expect(await openGraph(request, '/matches/150', 'description')).toMatch(/^Team A: .+\. Team B: /);
  expect(await openGraph(request, '/players/1', 'title')).toContain(player?.name);
  expect(await openGraph(request, '/players/1', 'description')).toContain(
    `${player?.games_played} games`,
  );
});

test('the picture belongs to the match report, and to no other page', async ({ request }) => {
  const tables = await (await request.get('/tables')).text();

  expect(tables.includes('og:image')).toBe(false);
});
