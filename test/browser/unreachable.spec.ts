import { dropTags } from './drop-tags.ts';
import { expect, expectAccessible, test } from './site.ts';

test('a page whose stats cannot be read says so, and recovers on its own', async ({
  afterwards,
  complaints,
  page,
  request,
  sql,
  stack,
}) => {
  const allow = () => sql`grant select on table public.aggregated_match_report to anon`;
  afterwards(allow);
  await sql`revoke select on table public.aggregated_match_report from anon`;
  // A page that would be the same is not read anew.
  await sql`update public.players set name = 'Renamed ' || name`;
  await dropTags(request, stack, 'match_report', 'players');

  const broken = await page.goto('/');

  expect(broken?.status()).toBe(500);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stats are unavailable');
  await expectAccessible(page);
  // The browser rightly complains of this page.
  complaints.length = 0;
  await allow();

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Match report');
  expect((await request.get('/')).status()).toBe(200);
});
