import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { claimedJob, planRun } from '../../src/jobs/claim.ts';
import { historyUntil } from '../oracle/history.ts';
import { readClub } from '../sql/concurrency/read-club.ts';
import { differences } from '../sql/property/differences.ts';
import { storedAggregates } from '../sql/property/stored-aggregates.ts';
import { type Claim, jobsOf } from '../sql/queue/jobs.ts';
import { eventually } from '../stack.ts';
import { loggedOf } from './captured-log.ts';
import { type ClubSite, openClubSite, setFlags } from './club-site.ts';
import { CALLERS, runOnEdge, toldBy } from './triggers.ts';

vi.mock('next/server', () => import('./next-fakes.ts'));
vi.mock('next/cache', () => import('./next-fakes.ts'));
vi.mock('next/headers', () => import('./next-fakes.ts'));
vi.mock('../../src/server/log.ts', () => import('./captured-log.ts'));

let site: ClubSite;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  site = await openClubSite();
});
beforeEach(async () => {
  setFlags('true', undefined);
  await site.forget();
});
afterAll(() => site.close());

/** Runs what is due of a claimed job, all at once, as a worker does. */
async function work(claim: Claim): Promise<void> {
  await Promise.all(
    planRun(claimedJob.parse(claim)).run.map(({ rpc }) =>
      site.database.as('service_role', (sql) => sql`select ${sql(`public.${rpc}`)}()`),
    ),
  );
  const jobs = jobsOf(site.database);
  await jobs.recordAll(claim);
  await jobs.complete(claim);
}

/** Where the stored numbers are not those of the club as it is now; also where they are behind it. */
async function mistakes(): Promise<string[]> {
  const { sql } = site.database;
  const [row] = await sql<{ today: string; behind: string[] }[]>`
    select public.club_today()::text as today, array(
      select cache_key from public.cache_metadata, public.source_version
      where computed_version < version
    ) as behind`;
  if (!row) throw new Error('it is some day');
  const stored = await storedAggregates(sql);
  return [
    ...row.behind,
    ...differences(historyUntil(await readClub(sql), row.today), stored, stored),
  ];
}

const saveMatch = async (requestId = randomUUID()) =>
  toldBy(await (CALLERS['a match that is saved']?.ask(site, requestId) ?? noSuchCaller()));

test('an edge run beside a job, with a match saved in the middle of both, ends in right numbers', async () => {
  const jobs = jobsOf(site.database);
  await jobs.enqueue({ force: true });
  const [before, after] = [randomUUID(), randomUUID()];
  const reached = Promise.withResolvers<void>();
  site.gateway.edge = ({ rpc, requestId }) => {
    if (requestId === before && rpc === 'update_aggregated_match_report_cache') reached.resolve();
    return undefined;
  };

  const working = work(await jobs.claimed());
  await runOnEdge(before);
  await reached.promise;
  expect(await saveMatch()).toBe('200 background-job');
  await Promise.all([working, runOnEdge(after), work(await jobs.claimed('w2'))]);
  const runs = await Promise.all([site.endedRun(before), site.endedRun(after)]);

  expect(runs.map(({ status }) => status)).toEqual(['completed', 'completed']);
  expect(await mistakes()).toEqual([]);
});

test('one trigger on both paths, since nobody could know that it was enqueued, ends in right numbers', async () => {
  const requestId = randomUUID();
  site.gateway.rpc = async ({ name, passOn }) => {
    if (name === 'begin_edge_run') return new Response(null, { status: 502 });
    if (name !== 'enqueue_stats_job') return undefined;
    await passOn();
    return new Response(null, { status: 502 });
  };
  await site.database.sql`update public.matches set team_a_own_goals = team_a_own_goals`;

  const button = CALLERS['the update button'];
  const told = await toldBy(await (button?.ask(site, requestId) ?? noSuchCaller()));
  await work(await jobsOf(site.database).claimed());

  expect(told).toBe('202 edge-functions queue_unavailable');
  await eventually(
    async () => loggedOf(requestId).find(({ event }) => event === 'edge.run_ended')?.end,
    (end) => end === 'completed',
  );
  expect((await site.rowFor(requestId))?.status).toBe('completed');
  expect(await mistakes()).toEqual([]);
});

test('the reference tells of a match that was not counted', async () => {
  const requestId = randomUUID();
  await runOnEdge(requestId);
  await site.endedRun(requestId);
  expect(await mistakes()).toEqual([]);

  await site.database.sql`
    update public.player_matches set goals = goals + 1
    where match_id = ${site.club.matchIds[0] ?? 0} and player_id = ${site.club.id('Al')}`;

  expect(await mistakes()).toEqual(expect.arrayContaining(['all_time_stats']));
});

function noSuchCaller(): never {
  throw new Error('there is no such caller');
}
