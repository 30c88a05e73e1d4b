import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { PUBLIC_ROUTES } from '../browser/public-routes.ts';
import { connect, eventually, jobAnswer, type Stack } from '../stack.ts';
import { describeUse, partsOf, watchingCpu } from './cpu-use.ts';
import { linkedPages } from './linked-pages.ts';
import { openLoop, type Visit } from './open-loop.ts';
import { figures, medianAndP95, ms, print, target } from './report.ts';
import { quantile } from './statistics.ts';
import { type Measurement, summarise } from './summary.ts';

const PER_SECOND = 100;
const SECONDS = 30;
/** Far more often than any club: it makes some eight runs a week. */
const RUN_EVERY_MS = 15_000;
/** Into the visits. */
const SAVED_AFTER_MS = 10_000;
/** In milliseconds, whether or not an update is running. */
const TARGET_P95 = 50;

/** How long visitors of the public pages wait: of a quiet site, while updates run, after a match. */
export async function reportSite(stack: Stack): Promise<void> {
  const sql = connect(stack);
  const routes = PUBLIC_ROUTES.map(({ path }) => path);
  const everything = await linkedPages(stack.webUrl, routes);
  print(`${PER_SECOND} visits a second for ${SECONDS} s, in turn`);
  await updateSeen(stack, sql);
  // Every page once, at a pace that a site which has kept none bears.
  await openLoop(stack.webUrl, everything, { perSecond: 10, seconds: everything.length / 10 });
  await reportVisits(stack, 'siteQuiet', `every page (${everything.length})`, everything);
  await duringRuns(stack, sql, () =>
    reportVisits(stack, 'siteRuns', 'the same, an update every 15 s', everything),
  );
  await duringMatch(stack, sql, () =>
    reportVisits(stack, 'siteMatch', 'the same, a match saved meanwhile', everything),
  );
  await sql.end();
  print(
    'Bound by rendering: one core renders the pages that an update has changed, in turn, and serves all.',
  );
}

async function reportVisits(
  stack: Stack,
  measurement: Measurement,
  label: string,
  paths: readonly string[],
): Promise<void> {
  const { result: visits, use } = await watchingCpu(partsOf(stack), () =>
    openLoop(stack.webUrl, paths, { perSecond: PER_SECOND, seconds: SECONDS }),
  );
  const rendered = visits.filter(({ wasKept }) => !wasKept);
  print(waits(label, visits));
  const troubles = visits.filter(({ trouble }) => trouble !== null);
  const isMet = quantile(tookOf(visits), 0.95) <= TARGET_P95 && troubles.length === 0;
  target(`p95 ${TARGET_P95} ms, no error`, isMet);
  summarise(measurement, `${medianAndP95(tookOf(visits))}, ${troubles.length} errors`);
  if (rendered.length > 0) print(waits('    of these, rendered anew', rendered));
  print(figures('', describeUse(use, visits.length, 'visit')));

  const said = new Set(troubles.map(({ path, trouble }) => `${path}: ${trouble}`));
  print(figures('    errors', `${troubles.length}`, ...[...said].slice(0, 5)));
}

function waits(label: string, visits: readonly Visit[]): string {
  const took = tookOf(visits);
  const at = (share: number) => ms(quantile(took, share));
  return figures(
    label,
    `median ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)}`,
    `n ${took.length}`,
  );
}

const tookOf = (visits: readonly Visit[]) => visits.map(({ tookMs }) => tookMs);

/** Does `work` while everything is computed anew every few seconds; tells how often it was. */
async function duringRuns(stack: Stack, sql: Sql, work: () => Promise<void>): Promise<void> {
  const jobIds: string[] = [];
  const worked = new AbortController();
  const running = (async () => {
    while (!worked.signal.aborted) {
      jobIds.push(await askForRun(stack));
      await sleep(RUN_EVERY_MS, undefined, { signal: worked.signal }).catch(() => {});
    }
  })();
  try {
    await work();
  } finally {
    worked.abort();
    await running;
  }
  await printShown(sql, jobIds);
}

/** Does `work` while a match is saved and computed; takes the match out again. */
async function duringMatch(stack: Stack, sql: Sql, work: () => Promise<void>): Promise<void> {
  const saving = (async () => {
    await sleep(SAVED_AFTER_MS);
    const matchId = await saveMatch(sql);
    return { matchId, jobId: await askForRun(stack) };
  })();
  try {
    await work();
  } finally {
    const { matchId, jobId } = await saving;
    await printShown(sql, [jobId]);
    await sql`delete from public.matches where match_id = ${matchId}`;
    await updateSeen(stack, sql);
  }
}

async function printShown(sql: Sql, jobIds: readonly string[]): Promise<void> {
  const [row] = await sql<[{ seen: number }]>`
    select (count(*) filter (where results ->> 'visible_at' is not null))::int as seen
    from public.background_job_status where id = any(${jobIds})`;
  print(figures('    runs that the site showed meanwhile', `${row.seen} of ${jobIds.length}`));
}

/** The return match of the latest, on the same day: who won, lost. */
async function saveMatch(sql: Sql): Promise<number> {
  return sql.begin(async (transaction) => {
    const [match] = await transaction<[{ latest: number; id: number }]>`
      with latest as (
        select * from public.matches order by match_date desc, match_id desc limit 1
      ),
      saved as (
        insert into public.matches
          (match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals)
        select match_date, team_b_score, team_a_score, team_b_own_goals, team_a_own_goals
        from latest
        returning match_id
      )
      select latest.match_id as latest, saved.match_id as id from latest, saved`;
    await transaction`
      insert into public.player_matches (match_id, player_id, team, goals)
      select ${match.id}, player_id, case team when 'A' then 'B' else 'A' end, goals
      from public.player_matches where match_id = ${match.latest}`;
    return match.id;
  });
}

/** Has everything computed anew, and waits until the site shows it. */
async function updateSeen(stack: Stack, sql: Sql): Promise<void> {
  const jobId = await askForRun(stack);
  await eventually(
    () => sql`
      select from public.background_job_status
      where id = ${jobId} and results ->> 'visible_at' is not null`,
    ({ count }) => count === 1,
  );
}

/** As the nightly run is asked for: by the site. */
async function askForRun({ webUrl, cronSecret }: Stack): Promise<string> {
  const answer = await fetch(new URL('/api/admin/enqueue-stats-job', webUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${cronSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ triggeredBy: 'cron', requestId: randomUUID() }),
  });
  return jobAnswer.parse(await answer.json()).jobId;
}
