import type { APIRequestContext } from '@playwright/test';
import { scoreAGoal } from './latest-match.ts';
import { expect, test } from './site.ts';
import { keptPages, updateStats } from './updates.ts';

/** The path of the picture that the home page wants to be shared with. */
async function imagePath(request: APIRequestContext): Promise<string> {
  const html = await (await request.get('/')).text();
  const [, url = ''] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];
  const { pathname, search } = new URL(url);
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

test('the picture belongs to the match report, and to no other page', async ({ request }) => {
  const tables = await (await request.get('/tables')).text();

  expect(tables.includes('og:image')).toBe(false);
});
