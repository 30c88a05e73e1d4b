import { gzipSync } from 'node:zlib';
import { SCALE_CLUBS } from '../bench/scale-clubs.ts';
import { fillClub, testOfEmptyClub as test } from './own-club.ts';
import { PUBLIC_PAGES } from './public-routes.ts';
import { expect, expectToLookWell } from './site.ts';
import { updateStats } from './updates.ts';

/** Gzipped bytes: what a phone on a poor network loads within a second or so. */
const PAGE_BUDGET = 40_000;

const [THIRTY_YEARS] = SCALE_CLUBS;

/** Pages that are there only if somebody has played, or played then. */
const NEEDS_MATCHES = /^\/(players|matches|tables)\/./;

// In this order, on one site: first the club is empty, then it has played for thirty years.
test.describe.configure({ mode: 'serial' });

for (const { path } of PUBLIC_PAGES) {
  test(`of an empty club ${path} reads well`, async ({ page }, results) => {
    const response = await page.goto(path);

    expect(response?.status()).toBe(NEEDS_MATCHES.test(path) ? 404 : 200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectToLookWell(page, results);
  });
}

test('a club’s first thirty years can be added', async ({ request, sql, stack }) => {
  test.slow();
  await fillClub(stack, THIRTY_YEARS);
  await updateStats(request, stack, sql);
});

for (const { path } of PUBLIC_PAGES) {
  test(`of a club of ${THIRTY_YEARS.matches} matches ${path} reads well and is light`, async ({
    page,
    request,
  }, results) => {
    const response = await page.goto(path);

    expect(response?.status()).toBe(200);
    await expectToLookWell(page, results);
    const html = await (await request.get(path)).body();
    expect(gzipSync(html).length).toBeLessThanOrEqual(PAGE_BUDGET);
  });
}
