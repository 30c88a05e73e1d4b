import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { PUBLIC_ROUTES } from '../browser/public-routes.ts';
import { connect, jobAnswer, type Stack } from '../stack.ts';
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
/** In milliseconds, whether or not an update is running. */
const TARGET_P95 = 50;

/** How long visitors of the public pages wait: of a quiet site, and while updates run. */
export async function reportSite(stack: Stack): Promise<void> {
  const sql = connect(stack);
  const routes = PUBLIC_ROUTES.map(({ path }) => path);
  const everything = await linkedPages(stack.webUrl, routes);
  print(`${PER_SECOND} visits a second for ${SECONDS} s, in turn`);
  // Every page once, at a pace that a site which has kept none bears.
  await openLoop(stack.webUrl, everything, { perSecond: 10, seconds: everything.length / 10 });
  await reportVisits(stack, 'siteQuiet', `every page (${everything.length})`, everything);
  await duringRuns(stack, sql, () =>
    reportVisits(stack, 'siteRuns', 'the same, an update every 15 s', everything),
  );
  await sql.end();
  print(
    'Bound by rendering: an update drops every page, and one core renders each when it is asked for.',
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

/** Does `work` while something changes and is counted every few seconds; tells how often it was. */
async function duringRuns(stack: Stack, sql: Sql, work: () => Promise<void>): Promise<void> {
  const jobIds = new Set<string>();
  const worked = new AbortController();
  const counting = (async () => {
    for (let goals = 1; !worked.signal.aborted || goals !== 1; goals = -goals) {
      await changeLatestMatch(sql, goals);
      jobIds.add(await askForRun(stack));
      await sleep(RUN_EVERY_MS, undefined, { signal: worked.signal }).catch(() => {});
    }
  })();
  try {
    await work();
  } finally {
    worked.abort();
    await counting;
  }
  const [row] = await sql<[{ seen: number }]>`
    select (count(*) filter (where results ->> 'visible_at' is not null))::int as seen
    from public.background_job_status where id = any(${[...jobIds]})`;
  print(figures('    runs that the site showed meanwhile', `${row.seen} of ${jobIds.size}`));
}

/** Own goals in the latest match, put in and taken out: then all that is counted is behind. */
async function changeLatestMatch(sql: Sql, goals: number): Promise<void> {
  await sql`
    update public.matches
    set team_a_score = team_a_score + ${goals}, team_a_own_goals = team_a_own_goals + ${goals}
    where match_id = (
      select match_id from public.matches order by match_date desc, match_id desc limit 1
    )`;
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
