import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import type { Sql } from 'postgres';
import { eventually } from '../stack.ts';
import { dropTags } from './drop-tags.ts';
import { expect, test } from './site.ts';

/** Visits a page until it is answered from the cache. */
const kept = (request: APIRequestContext, path: string) =>
  eventually(
    () => request.get(path),
    (page) => page.headers()['x-nextjs-cache'] === 'HIT',
  );

interface Newest {
  matchId: number;
  year: string;
  scorerId: number;
}

async function newestMatch(sql: Sql): Promise<Newest> {
  const [row] = await sql<Newest[]>`
    select match_id as "matchId", to_char(match_date, 'YYYY') as year, (
      select player_id from public.player_matches as played
      where played.match_id = matches.match_id and goals > 0 order by player_id limit 1
    ) as "scorerId"
    from public.matches order by match_date desc, match_id desc limit 1`;
  if (!row) throw new Error('The club has no match');
  return row;
}

test('a player renamed is so called on the next look, wherever named', async ({
  request,
  sql,
  stack,
}) => {
  const { matchId, year, scorerId } = await newestMatch(sql);
  const paths = [
    '/players',
    `/players/${scorerId}`,
    '/matches',
    `/matches/season/${year}`,
    `/matches/${matchId}`,
  ];
  for (const path of paths) await kept(request, path);
  const name = `Renamed ${randomUUID().slice(0, 8)}`;
  await sql`update public.players set name = ${name} where player_id = ${scorerId}`;
  await dropTags(request, stack, 'players');

  for (const path of paths) {
    const first = await request.get(path);
    expect.soft((await first.text()).includes(name), `${path} is fresh`).toBe(true);
  }
});

test('a score corrected is right on the next look', async ({ request, sql, stack }) => {
  const { matchId, year } = await newestMatch(sql);
  const paths = ['/matches', `/matches/season/${year}`, `/matches/${matchId}`];
  for (const path of paths) await kept(request, path);
  await sql`
    update public.matches
    set team_a_score = team_a_score + 90, team_a_own_goals = team_a_own_goals + 90
    where match_id = ${matchId}`;
  await dropTags(request, stack, 'matches');

  for (const path of paths) {
    const first = await request.get(path);
    // React marks where one text ends and the next begins.
    const text = (await first.text()).replaceAll('<!-- -->', '');
    expect.soft(text.includes('×90'), `${path} is fresh`).toBe(true);
  }
});

test('a match has its page from the first look on, and none once it is deleted', async ({
  request,
  sql,
  stack,
}) => {
  const [next] = await sql<{ id: number }[]>`
    select max(match_id) + 1000 as id from public.matches`;
  const path = `/matches/${next?.id}`;
  expect((await request.get(path)).status()).toBe(404);
  await kept(request, path);

  await sql`
    insert into public.matches (match_id, match_date, team_a_score, team_b_score)
    values (${next?.id ?? 0}, '2024-02-29', 0, 0)`;
  await dropTags(request, stack, 'matches');
  expect((await request.get(path)).status()).toBe(200);
  expect(await (await request.get('/matches/season/2024')).text()).toContain(path);

  await sql`delete from public.matches where match_id = ${next?.id ?? 0}`;
  await dropTags(request, stack, 'matches');
  expect((await request.get(path)).status()).toBe(404);
});

test('a match with a future date, added by hand, is marked as not in the stats yet', async ({
  adminPage: page,
  request,
  sql,
  stack,
}) => {
  const [match] = await sql<{ id: number }[]>`
    insert into public.matches (match_date, team_a_score, team_b_score)
    values (public.club_today() + 7, 0, 0) returning match_id as id`;
  const id = match?.id ?? 0;
  await dropTags(request, stack, 'matches');

  await page.goto('/matches');
  await expect(page.getByRole('listitem').filter({ hasText: 'not in the stats yet' })).toHaveCount(
    1,
  );
  await page.goto(`/matches/${id}`);
  await expect(page.getByText(/^Season \d{4}, not in the stats yet$/)).toBeVisible();
  await page.goto('/admin/matches');
  await expect(
    page.getByRole('link', { name: 'A 0 – 0 B, not included until its day' }),
  ).toHaveAttribute('href', `/admin/matches/${id}`);
});

test('a page that was being rendered when a name changed is not kept for new', async ({
  request,
  sql,
  stack,
}) => {
  const { scorerId } = await newestMatch(sql);
  const path = `/players/${scorerId}`;
  const rename = (to: string) =>
    sql`update public.players set name = ${to} where player_id = ${scorerId}`;
  const name = `Renamed ${randomUUID().slice(0, 8)}`;
  await kept(request, path);
  await rename('Somebody');
  await dropTags(request, stack, 'players', 'player_power_rating');
  // A page without ratings waits until they are dropped, and leaves them to be read.
  await kept(request, '/matches');
  // The name is read, then the ratings, which are not given out yet.
  const underWay = await sql.begin(async (transaction) => {
    await transaction`lock table public.aggregated_performance_ratings in access exclusive mode`;
    const page = request.get(path);
    await eventually(
      () => sql`select from pg_locks where not granted
        and relation = 'public.aggregated_performance_ratings'::regclass`,
      ({ count }) => count > 0,
    );
    await rename(name);
    await dropTags(request, stack, 'players');
    return { page };
  });
  const first = await (await underWay.page).text();
  expect(first.includes('Somebody'), 'it had read the old one').toBe(true);

  const next = await request.get(path);

  expect((await next.text()).includes(name), 'the next is fresh').toBe(true);
});

test('a page asked for between two drops is fresh after the second', async ({
  request,
  sql,
  stack,
}) => {
  const { scorerId } = await newestMatch(sql);
  const path = `/players/${scorerId}`;
  const name = `Renamed ${randomUUID().slice(0, 8)}`;
  await kept(request, path);
  // What the first drop is about cannot be read yet.
  const underWay = await sql.begin(async (transaction) => {
    await transaction`lock table public.aggregated_performance_ratings in access exclusive mode`;
    await dropTags(request, stack, 'player_power_rating');
    const page = request.get(path);
    await eventually(
      () => sql`select from pg_locks where not granted
        and relation = 'public.aggregated_performance_ratings'::regclass`,
      ({ count }) => count > 0,
    );
    await sql`update public.players set name = ${name} where player_id = ${scorerId}`;
    await dropTags(request, stack, 'players');
    return { page };
  });
  await underWay.page;

  const next = await request.get(path);

  expect((await next.text()).includes(name), 'the next is fresh').toBe(true);
});
