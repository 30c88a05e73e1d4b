import { afterAll, beforeAll, expect, test } from 'vitest';
import { enqueueAnswer } from '../../src/jobs/job-view.ts';
import { DEMO, PUBLIC_ROUTES } from '../browser/public-routes.ts';
import { connect, eventually, runningStack, signInAdmin } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);

/** What somebody might have written into the database past the site, sixty letters at most. */
const NAMES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</script><script>alert(1)//',
  '</title></style><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)//',
  '#{7*7}{{7*7}}<%= 7*7 %>',
  '\u202egnp.evil\u202c\u2067',
  'a\u0301'.repeat(30),
  '𝕬'.repeat(60),
  '👨‍👩‍👧‍👦'.repeat(8),
  'A'.repeat(60),
  '\u200b',
  '--; drop table players',
];

let before: { player_id: number; name: string }[] = [];
let cookie = '';

/** Gives the players of the latest match these names, has all of it counted, and waits for the pages. */
async function rename(names: readonly { player_id: number; name: string }[]): Promise<void> {
  for (const { player_id, name } of names) {
    await sql`update public.players set name = ${name} where player_id = ${player_id}`;
  }
  const asked = await fetch(new URL('/api/admin/trigger-stats-update', stack.webUrl), {
    headers: { authorization: `Bearer ${stack.cronSecret}` },
  });
  const { jobId } = enqueueAnswer.parse(await asked.json());
  await eventually(
    () => sql`select status from public.background_job_status where id = ${jobId}`,
    ([job]) => job?.status === 'completed',
  );
}

beforeAll(async () => {
  cookie = await signInAdmin(stack);
  before = await sql<{ player_id: number; name: string }[]>`
    select player_id, name from public.players
    where player_id in (
      select player_id from public.player_matches
      where match_id = (
        select match_id from public.matches order by match_date desc, match_id desc limit 1
      )
      union select generate_series(1, 8)
    ) order by player_id`;
  await rename(
    before.map(({ player_id }, place) => ({ player_id, name: NAMES[place % NAMES.length] ?? '' })),
  );
});
afterAll(async () => {
  await rename(before);
  await sql.end();
});

/** What only a name can have brought onto a page: outside quotes and escapes it would run. */
const LIVE = [
  '<script>alert(1)',
  '<img src=x',
  '<svg onload',
  "' onmouseover='alert(1)'",
  '="javascript:alert',
];

const ADMIN_PAGES = ['/admin/players', '/admin/matches', `/admin/matches/${DEMO.latestMatch}`];

test.each([
  ...PUBLIC_ROUTES.filter(({ shows }) => shows !== 'picture').map(({ path }) => path),
  ...ADMIN_PAGES,
])('on %s a name stays a name', async (path) => {
  const response = await fetch(new URL(path, stack.webUrl), { headers: { cookie } });

  expect(response.status).toBe(200);
  const page = await response.text();
  expect(LIVE.filter((live) => page.includes(live))).toEqual([]);
  expect(page).not.toContain('NaN');
});

test('the names are there, as text', async () => {
  const page = await (await fetch(new URL('/players', stack.webUrl))).text();

  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('#{7*7}{{7*7}}');
});

test('the picture to share is drawn all the same', async () => {
  const home = await (await fetch(stack.webUrl)).text();
  const [, url = ''] = /<meta property="og:image" content="([^"]+)"/.exec(home) ?? [];
  const { pathname, search } = new URL(url);

  const picture = await fetch(new URL(pathname + search, stack.webUrl));

  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
});
