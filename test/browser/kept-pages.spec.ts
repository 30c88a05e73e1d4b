import type { APIRequestContext } from '@playwright/test';
import type { Sql } from 'postgres';
import { dropCaches } from '../../local/first-stats.ts';
import { openLogs } from '../../local/logs.ts';
import { serveGateway } from '../fallback/gateway.ts';
import { onSiteBeside } from '../site-beside.ts';
import { eventually, type Stack } from '../stack.ts';
import { dropTags } from './drop-tags.ts';
import { DEMO, PUBLIC_PAGES } from './public-routes.ts';
import { expect, test } from './site.ts';
import { keptPages, updateStats } from './updates.ts';

/** Of the demo club's matches, which have ids from one up: some from its first to its last. */
const MATCHES = [1, 2, 60, 61, 62, 63, 64, 148, 149].map((id) => `/matches/${id}`);
const LONG_AGO = new Date().getUTCFullYear() - 2;
/** What no match of these weeks is on. */
const OF_LONG_AGO = [`/tables/${LONG_AGO}`, `/matches/season/${LONG_AGO}`];
const PATHS = [...PUBLIC_PAGES.map(({ path }) => path), ...MATCHES, ...OF_LONG_AGO];

/**
 * What is on a page, but for the scripts, which hold the same in the order it was read, and where the
 * site is.
 */
const shownIn = (html: string) =>
  html.replaceAll(/<script\b.*?<\/script>/gs, '').replaceAll(/http:\/\/localhost:\d+/g, '');

interface Look {
  shown: string;
  isKept: boolean;
}

async function look(request: APIRequestContext, url: string): Promise<Look> {
  const answer = await request.get(url);
  const isKept = answer.headers()['x-nextjs-cache'] === 'HIT';
  return { shown: `${answer.status()} ${shownIn(await answer.text())}`, isKept };
}

/** Has `work` done with another site, whose calls of the database's functions can be answered here. */
async function onSiteBehindGateway(
  stack: Stack,
  folder: string,
  work: (webUrl: string, gateway: Gateway) => Promise<void>,
): Promise<void> {
  const gateway = await serveGateway(stack.apiUrl, stack.secretKey);
  const differently = { SUPABASE_URL: gateway.url };
  try {
    await onSiteBeside(stack, { differently, logs: openLogs(folder) }, (webUrl) =>
      work(webUrl, gateway),
    );
  } finally {
    await gateway.close();
  }
}
type Gateway = Awaited<ReturnType<typeof serveGateway>>;

/** Everything that changes what a page shows, each after the last; and which of MATCHES it leaves alone. */
const CHANGES: readonly { name: string; make: (sql: Sql) => Promise<unknown>; keeps: string[] }[] =
  [
    {
      name: 'nothing',
      make: async () => {},
      keeps: PATHS,
    },
    {
      name: 'own goals of a new match',
      make: (sql) => sql`
      update public.matches set team_a_score = team_a_score + 9, team_a_own_goals = team_a_own_goals + 9
      where match_id = 149`,
      keeps: [...MATCHES.filter((path) => path !== '/matches/149'), ...OF_LONG_AGO, '/rules'],
    },
    {
      name: 'what a guest scored in their last match',
      make: (sql) => sql`
      update public.player_matches set goals = goals + 50
      where player_id = ${DEMO.ringer ?? 0} and match_id = (
        select max(match_id) from public.player_matches where player_id = ${DEMO.ringer ?? 0}
      )`,
      keeps: ['/rules'],
    },
    {
      name: 'own goals of an old match',
      make: (sql) => sql`
      update public.matches set team_a_score = team_a_score + 9, team_a_own_goals = team_a_own_goals + 9
      where match_id = 61`,
      keeps: MATCHES.filter((path) => path !== '/matches/61'),
    },
    {
      name: 'who scored',
      make: (sql) => sql`
      update public.player_matches set goals = goals + 1 where match_id = 63`,
      keeps: MATCHES.filter((path) => path !== '/matches/63'),
    },
    {
      name: 'the teams turned round',
      make: (sql) => sql`
      update public.player_matches set team = case team when 'A' then 'B' else 'A' end
      where match_id = 2`,
      keeps: MATCHES.filter((path) => path !== '/matches/2'),
    },
    {
      name: 'a match gone',
      make: (sql) => sql`delete from public.matches where match_id = 62`,
      keeps: [
        '/matches/1',
        '/matches/2',
        '/matches/60',
        '/matches/64',
        '/matches/148',
        '/matches/149',
      ],
    },
    {
      name: 'a match moved to the start',
      make: (sql) => sql`update public.matches set match_date = '2001-01-01' where match_id = 148`,
      keeps: [
        '/matches/2',
        '/matches/60',
        '/matches/61',
        '/matches/62',
        '/matches/63',
        '/matches/64',
      ],
    },
    {
      name: 'a match added',
      make: (sql) => sql`
      insert into public.matches (match_id, match_date, team_a_score, team_b_score)
      select 62, match_date, 0, 0 from public.matches where match_id = 61`,
      keeps: [
        '/matches/1',
        '/matches/2',
        '/matches/60',
        '/matches/64',
        '/matches/148',
        '/matches/149',
      ],
    },
    {
      name: 'a name',
      make: (sql) => sql`
      update public.players set name = 'Renamed' where player_id = ${DEMO.regular ?? 0}`,
      keeps: [],
    },
    {
      name: 'a namesake',
      make: (sql) => sql`
      update public.players set name = 'Renamed' where player_id = ${DEMO.ringer ?? 0}`,
      keeps: [],
    },
    {
      name: 'a player who retires',
      make: (sql) => sql`
      update public.players set is_retired = true where player_id = ${DEMO.regular ?? 0}`,
      keeps: [],
    },
    {
      name: 'a rule',
      make: (sql) => sql`
      insert into public.app_config values ('fantasy_win_points', '77')
      on conflict (config_key) do update set config_value = '77'`,
      keeps: MATCHES,
    },
  ];

test('after whatever change a kept page is as if rendered anew', async ({
  request,
  sql,
  stack,
}, results) => {
  test.setTimeout(300_000);
  await onSiteBehindGateway(stack, results.outputPath('logs'), async (other, gateway) => {
    // That one cannot tell what has changed, and renders everything anew.
    gateway.rpc = ({ name }) =>
      name.startsWith('cache_tag_') ? new Response(null, { status: 503 }) : undefined;
    await updateStats(request, stack, sql);
    await keptPages(request, PATHS);
    for (const { name, make, keeps } of CHANGES) {
      await make(sql);
      await updateStats(request, stack, sql);
      await dropCaches({ ...stack, webUrl: other });

      for (const path of PATHS) {
        const here = await look(request, path);
        const there = await look(request, other + path);
        expect.soft(there.isKept, `${path} rendered anew after ${name}`).toBe(false);
        if (keeps.includes(path)) expect.soft(here.isKept, `${path} after ${name}`).toBe(true);
        // Not the pages themselves: a failure would print them in full.
        const isSame = here.shown === there.shown;
        expect.soft(isSame, `${path} after ${name}, ${here.isKept ? 'kept' : 'new'}`).toBe(true);
      }
    }
  });
});

test('a page of what was changed, and has been changed back since, is rendered anew', async ({
  request,
  sql,
  stack,
}) => {
  // Appearances have no version that would tell of it.
  const addGoals = (goals: number) => sql`
    update public.player_matches set goals = goals + ${goals} where match_id = 61`;
  const isWrong = async () => (await look(request, '/matches/61')).shown.includes('×977');
  await dropTags(request, stack, 'matches');
  await addGoals(977);
  // Has the page rendered, of goals that no drop has told of.
  await sql`update public.players set name = 'Renamed ' || name`;
  await dropTags(request, stack, 'players');
  expect(await isWrong(), 'it has read them').toBe(true);
  await addGoals(-977);
  await dropTags(request, stack, 'matches');

  expect(await isWrong()).toBe(false);
});

test('a page made from what another had read before a change does not stay', async ({
  afterwards,
  request,
  sql,
  stack,
}, results) => {
  // A record that no function computed counts for no change: nobody may see it in the tests to come.
  afterwards(() => updateStats(request, stack, sql));
  const [one, other] = [`/players/${DEMO.regular}`, `/players/${DEMO.retired}`];
  const setRecord = (games: number) => sql`
    update public.aggregated_player_profile_stats set win_streak = ${games}
    where player_id = ${DEMO.regular ?? 0}`;
  await onSiteBehindGateway(stack, results.outputPath('logs'), async (webUrl, gateway) => {
    const { promise: isReading, resolve: reading } = Promise.withResolvers<void>();
    const { promise: isLetGo, resolve: letGo } = Promise.withResolvers<void>();
    gateway.rpc = async ({ name }) => {
      if (name !== 'club_benchmarks') return undefined;
      const [row] = await sql`select public.club_benchmarks() as benchmarks`;
      reading();
      await isLetGo;
      return Response.json(row?.benchmarks);
    };
    await setRecord(7777);
    await dropCaches({ ...stack, webUrl });
    // What everybody's streaks are compared with is read, and does not arrive yet.
    const first = request.get(webUrl + one);
    await isReading;
    await request.get(`${webUrl}/matches`);
    await setRecord(8888);
    await dropCaches({ ...stack, webUrl });
    const second = request.get(webUrl + other);
    // Begins after that one.
    await request.get(`${webUrl}/players`);
    letGo();
    expect(await (await first).text()).toContain('7777');
    await second;

    await eventually(
      () => look(request, webUrl + other),
      ({ shown }) => shown.includes('8888'),
    );
    await dropCaches({ ...stack, webUrl });
    expect((await look(request, webUrl + other)).shown).toContain('8888');
  });
});
