import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { enqueueAnswer, errorAnswer } from '../../src/jobs/job-view.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { eventually } from '../stack.ts';
import { logged, loggedOf } from './captured-log.ts';
import { type ClubSite, openClubSite, setFlags } from './club-site.ts';
import { failure, nobodyThere } from './gateway.ts';
import { scene } from './next-fakes.ts';
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
  setFlags(undefined, undefined);
  await site.forget();
});
afterAll(() => site.close());

const ALL_RPCS = STATS_FUNCTIONS.map(({ rpc }) => rpc);
const [FIRST = 'update_power_ratings', SECOND, THIRD] = ALL_RPCS;

/** The results of an ended run, by function. */
async function functionsOf(requestId: string) {
  const { results, ...row } = await site.endedRun(requestId);
  const entries: { function: string; status: string; attempts: { error?: string }[] }[] =
    results.function_results;
  return {
    row,
    results,
    entries,
    of: (rpc?: string) => entries.find((one) => one.function === rpc),
  };
}

const owed = () => site.database.sql`
  select cache_key from public.cache_metadata where computed_run > invalidated_run`;

test('the ten run one after another under one request id, and their row says how each ended', async () => {
  const requestId = randomUUID();

  const answer = enqueueAnswer.parse(await (await runOnEdge(requestId)).json());
  const { row, results, entries } = await functionsOf(requestId);

  expect(answer).toMatchObject({ status: 'processing', coalesced: false, reason: 'asked' });
  expect(row).toMatchObject({ id: answer.jobId, status: 'completed', via_reason: 'asked' });
  expect(site.gateway.calls).toEqual(ALL_RPCS.map((rpc) => ({ rpc, requestId })));
  expect(entries.map((one) => one.function)).toEqual(ALL_RPCS);
  expect(results).toMatchObject({
    successful_functions: 10,
    failed_functions: 0,
    cache_invalidation_success: true,
    visible_at: expect.any(String),
  });
});

test('the site drops a function’s tags as it succeeds, before the next one starts', async () => {
  const requestId = randomUUID();
  const droppedBefore = new Map<string, string[]>();
  site.gateway.edge = ({ rpc }) => {
    droppedBefore.set(rpc, [...scene.dropped]);
    return undefined;
  };

  await runOnEdge(requestId);
  await site.endedRun(requestId);

  STATS_FUNCTIONS.forEach(({ tags }, place) => {
    const next = ALL_RPCS[place + 1];
    if (next) expect(droppedBefore.get(next)).toEqual(expect.arrayContaining([...tags, 'matches']));
  });
  expect(await owed()).toEqual([]);
});

test('a function that fails is tried three times, and its last try counts', async () => {
  const requestId = randomUUID();
  let failures = 0;
  site.gateway.edge = ({ rpc }) =>
    rpc === SECOND && ++failures <= 2 ? failure(500, '57014', 'it took too long') : undefined;

  await runOnEdge(requestId);
  const { row, of } = await functionsOf(requestId);

  expect(row.status).toBe('completed');
  expect(of(SECOND)).toMatchObject({ status: 'success', attempts: [{}, {}, {}] });
  expect(of(SECOND)?.attempts.map(({ error }) => error)).toEqual([
    `${SECOND}: it took too long (SQLSTATE 57014)`,
    `${SECOND}: it took too long (SQLSTATE 57014)`,
    undefined,
  ]);
});

test('a function that stays broken stops no other, keeps its tags, and fails the run by name', async () => {
  const requestId = randomUUID();
  await site.database.sql`
    update public.cache_metadata set invalidated_run = computed_run`;
  site.gateway.edge = ({ rpc }) =>
    rpc === 'update_power_ratings' ? failure(500, 'P0001', 'the ratings are broken') : undefined;

  await runOnEdge(requestId);
  const { row, results } = await functionsOf(requestId);

  expect(row).toMatchObject({
    status: 'failed',
    error_message:
      '1 of the stats functions failed.\n' +
      'update_power_ratings: the ratings are broken (SQLSTATE P0001)',
  });
  expect(results).toMatchObject({ successful_functions: 9, failed_functions: 1 });
  expect(scene.dropped).toContain('season_race_data');
  expect(scene.dropped).not.toContain('player_power_rating');
  expect(await owed()).toEqual([]);
});

test.each([
  ['nobody is there', nobodyThere, 'could not be reached|answered 503'],
  [
    'they are not deployed',
    () => new Response('Function not found', { status: 404 }),
    'answered 404',
  ],
  ['they refuse the key', () => failure(401, 'unauthorized', 'No.'), 'refused the site’s key'],
])(
  'when %s the caller is told what to do, and the run has failed by then',
  async (_, edge, why) => {
    const requestId = randomUUID();
    site.gateway.edge = edge;

    const response = await runOnEdge(requestId);

    const { error } = errorAnswer.parse(await response.json());
    expect(response.status).toBe(503);
    expect(error.code).toBe('edge_functions_unavailable');
    expect(error.message).toMatch(/^The stats were not updated: .* Try again in a minute/);
    const row = await site.rowFor(requestId);
    expect(row).toMatchObject({ status: 'failed', error_message: expect.stringMatching(why) });
    expect(new Set(site.gateway.calls.map(({ rpc }) => rpc))).toEqual(new Set([FIRST]));
  },
);

test('a first function that fails by itself is no reason to stop: the others are there', async () => {
  const requestId = randomUUID();
  site.gateway.edge = ({ rpc }) => (rpc === FIRST ? failure(500, 'P0001', 'broken') : undefined);

  expect(await toldBy(await runOnEdge(requestId))).toBe('202 edge-functions asked');

  expect((await functionsOf(requestId)).results).toMatchObject({ successful_functions: 9 });
});

test('a cancelled run stops before its next function', async () => {
  const requestId = randomUUID();
  const held = Promise.withResolvers<undefined>();
  site.gateway.edge = ({ rpc }) => (rpc === THIRD ? held.promise : undefined);
  const { jobId } = enqueueAnswer.parse(await (await runOnEdge(requestId)).json());
  await eventually(
    async () => site.gateway.calls.at(-1)?.rpc,
    (rpc) => rpc === THIRD,
  );

  await site.database.as('service_role', (sql) => sql`select public.cancel_stats_job(${jobId})`);
  held.resolve(undefined);

  await eventually(
    async () => loggedOf(requestId).find(({ event }) => event === 'edge.run_ended')?.end,
    (end) => end === 'cancelled',
  );
  expect(site.gateway.calls.at(-1)?.rpc).toBe(THIRD);
  expect((await site.rowFor(requestId))?.results.successful_functions).toBe(2);
});

test('one click delivered twice runs once, and both are told of the same run', async () => {
  const requestId = randomUUID();

  const answers = await Promise.all([runOnEdge(requestId), runOnEdge(requestId)]);
  const told = await Promise.all(
    answers.map(async (answer) => enqueueAnswer.parse(await answer.json())),
  );
  await site.endedRun(requestId);

  expect(new Set(told.map(({ jobId }) => jobId)).size).toBe(1);
  expect(told.map(({ coalesced }) => coalesced).sort()).toEqual([false, true]);
  expect(site.gateway.calls).toHaveLength(10);
});

test('a run whose opening was written but not answered is opened again as the same', async () => {
  const requestId = randomUUID();
  let openings = 0;
  site.gateway.rpc = async ({ name, passOn }) => {
    if (name !== 'begin_edge_run' || ++openings > 1) return undefined;
    await passOn();
    return new Response(null, { status: 502 });
  };

  expect(await toldBy(await runOnEdge(requestId))).toBe('202 edge-functions asked');

  expect((await site.endedRun(requestId)).status).toBe('completed');
  expect(site.gateway.calls).toHaveLength(10);
});

test('an enqueueing that arrived, but was never answered, is told as what it is', async () => {
  setFlags('true', undefined);
  const requestId = randomUUID();
  site.gateway.rpc = async ({ name, passOn }) => {
    if (name !== 'enqueue_stats_job') return undefined;
    await passOn();
    return new Response(null, { status: 502 });
  };

  const told = await toldBy(await (CALLERS['the update button']?.ask(site, requestId) ?? fail()));

  expect(told).toBe('202 background-job');
  expect(await site.rowFor(requestId)).toMatchObject({ status: 'queued', via: 'background-job' });
  expect(site.gateway.calls).toEqual([]);
});

test('where not even a row can be written the numbers are counted all the same', async () => {
  const requestId = randomUUID();
  site.gateway.rpc = ({ name }) =>
    name === 'begin_edge_run' ? new Response(null, { status: 502 }) : undefined;

  const answer = enqueueAnswer.parse(await (await runOnEdge(requestId)).json());

  expect(answer).toMatchObject({ jobId: null, via: 'edge-functions', status: 'processing' });
  await eventually(
    async () => loggedOf(requestId).map(({ event, end }) => end ?? event),
    (events) => events.includes('completed'),
  );
  expect(loggedOf(requestId).map(({ event }) => event)).toContain('edge.no_row');
  expect(site.gateway.calls).toHaveLength(10);
  expect(await owed()).toEqual([]);
});

test('without a row and without a first function there is nothing to go on with', async () => {
  site.gateway.rpc = ({ name }) =>
    name === 'begin_edge_run' ? new Response(null, { status: 502 }) : undefined;
  site.gateway.edge = () => failure(500, 'no_answer', 'The database did not answer.');

  expect((await runOnEdge()).status).toBe(503);
  expect(site.gateway.calls).toHaveLength(3);
});

test('a site that cannot be told what is owed still drops what was counted, and it stays owed', async () => {
  const requestId = randomUUID();
  site.gateway.rpc = ({ name }) =>
    name === 'owed_cache_tags' ? new Response(null, { status: 502 }) : undefined;

  await runOnEdge(requestId);
  const { results } = await functionsOf(requestId);

  expect(results).toMatchObject({ cache_invalidation_success: false, visible_at: null });
  expect(scene.dropped).toContain('player_power_rating');
  expect((await owed()).length).toBeGreaterThan(0);
});

test('after a match only what is behind is run; with nothing behind, nothing is', async () => {
  const again = CALLERS['the run of a match, asked for again'];
  await runOnEdge();
  await eventually(
    async () => site.gateway.calls.length,
    (calls) => calls === 10,
  );
  const requestId = randomUUID();
  await eventually(
    () => site.database.sql`
      select from public.background_job_status where status = 'processing'`,
    (running) => running.length === 0,
  );

  expect(await toldBy(await (again?.ask(site, requestId) ?? fail()))).toBe(
    '202 edge-functions flag',
  );

  const { row, entries } = await functionsOf(requestId);
  expect(row.status).toBe('completed');
  expect(new Set(entries.map(({ status }) => status))).toEqual(new Set(['skipped']));
  expect(site.gateway.calls).toHaveLength(10);
});

test('somebody on the way who repeats the key has it repeated by nobody', async () => {
  const requestId = randomUUID();
  const key = site.keys.SUPABASE_SERVICE_ROLE_KEY;
  site.gateway.edge = () => new Response(`Invalid key ${key}`, { status: 500 });

  const told = await toldBy(await runOnEdge(requestId));

  const row = JSON.stringify(await site.rowFor(requestId));
  expect(row).toContain('answered 500');
  expect([told, row, ...logged].filter((text) => text.includes(key))).toEqual([]);
});

function fail(): never {
  throw new Error('there is no such caller');
}
