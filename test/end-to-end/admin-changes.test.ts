import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureUser } from '../../local/auth-users.ts';
import { type Plan, planAnswer } from '../../src/club/plan.ts';
import { playerAnswer } from '../../src/club/player.ts';
import { matchAnswer, undoAnswer } from '../../src/club/result.ts';
import { errorAnswer } from '../../src/jobs/job-view.ts';
import { breakQueue } from '../browser/break.ts';
import { connect, eventually, runningStack, signIn, signInAdmin } from '../stack.ts';
import { runJob } from './run-job.ts';

const stack = runningStack();
const sql = connect(stack);
const kim = { email: 'kim@club.example', password: randomUUID(), role: 'admin' } as const;
const player = { email: 'player@club.example', password: randomUUID() };
const NEWCOMER = 'Zed Trialist';
let sam = '';
let kimCookie = '';
let nobody = '';
let pool: number[] = [];

beforeAll(async () => {
  await ensureUser(sql, kim);
  await ensureUser(sql, player);
  [sam, kimCookie, nobody] = await Promise.all([
    signInAdmin(stack),
    signIn(stack, kim),
    signIn(stack, player),
  ]);
  const regulars = await sql<{ player_id: number }[]>`
    select player_id from public.players
    where not is_ringer and not is_retired order by player_id limit 4`;
  pool = regulars.map(({ player_id }) => player_id);
});
afterAll(async () => {
  await sql`delete from public.players where name = ${NEWCOMER}`;
  await runJob(sql);
  await sql.end();
});

function send(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  headers: Record<string, string> = { cookie: sam },
) {
  return fetch(new URL(`/api/admin/${path}`, stack.webUrl), {
    method,
    headers: {
      origin: new URL(stack.webUrl).origin,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

const someone = (facts: object = {}) => ({
  requestId: randomUUID(),
  name: NEWCOMER,
  joinDate: null,
  isRinger: true,
  isRetired: true,
  ...facts,
});
const somePlan = (facts: object = {}) => ({
  requestId: randomUUID(),
  matchDate: '2020-01-02',
  players: pool.map((playerId, place) => ({ playerId, team: place % 2 ? 'B' : 'A' })),
  ...facts,
});
const someResult = (version: number, facts: object = {}) => ({
  requestId: randomUUID(),
  version,
  matchDate: '2020-01-02',
  score: { A: 1, B: 1 },
  ownGoals: { A: 0, B: 1 },
  appearances: pool.map((playerId, place) => ({
    playerId,
    team: place % 2 ? 'B' : 'A',
    goals: place === 0 ? 1 : 0,
  })),
  ...facts,
});

async function planned(facts: object = {}): Promise<Pick<Plan, 'planId' | 'version'>> {
  return planAnswer.parse(await (await send('POST', 'plans', somePlan(facts))).json());
}
const cancel = ({ planId, version }: Pick<Plan, 'planId' | 'version'>) =>
  send('POST', `plans/${planId}/cancel`, { requestId: randomUUID(), version });

describe('what is refused, and changes nothing', () => {
  const nowhere = { requestId: randomUUID(), version: 1 };
  const refusals: [string, () => Promise<Response>, number, string][] = [
    ['no session', () => send('POST', 'players', someone(), {}), 401, 'unauthorized'],
    ['no admin', () => send('POST', 'players', someone(), { cookie: nobody }), 403, 'forbidden'],
    [
      'another site',
      () => send('POST', 'plans', somePlan(), { cookie: sam, origin: 'https://evil.example' }),
      403,
      'forbidden',
    ],
    [
      'an unknown field',
      () => send('POST', 'players', someone({ goals: 9 })),
      400,
      'invalid_request',
    ],
    [
      'a name of blanks',
      () => send('POST', 'players', someone({ name: '  ' })),
      400,
      'invalid_request',
    ],
    [
      'an edit without a version',
      () => send('PUT', 'players/1', someone()),
      400,
      'invalid_request',
    ],
    [
      'somebody twice in a pool',
      () =>
        send(
          'POST',
          'plans',
          somePlan({ players: [1, 1].map((playerId) => ({ playerId, team: null })) }),
        ),
      400,
      'invalid_request',
    ],
    [
      'somebody who does not exist',
      () => send('POST', 'plans', somePlan({ players: [{ playerId: 999_999, team: 'A' }] })),
      400,
      'refused',
    ],
    [
      'goals that do not add up',
      () => send('PUT', 'matches/1', someResult(1, { score: { A: 2, B: 1 } })),
      400,
      'invalid_request',
    ],
    [
      'a plan that never was',
      () => send('PUT', 'plans/999999', { ...somePlan(), version: 1 }),
      404,
      'not_found',
    ],
    [
      'a match that never was',
      () => send('PUT', 'matches/999999', someResult(1)),
      404,
      'not_found',
    ],
    ['an id that is none', () => send('POST', 'matches/x/undo', nowhere), 404, 'not_found'],
    ['undoing nothing', () => send('POST', 'matches/999999/undo', nowhere), 404, 'not_found'],
    ['calling nothing off', () => send('POST', 'plans/999999/cancel', nowhere), 404, 'not_found'],
  ];
  const club = async () =>
    (
      await sql`
        select (select version from public.source_version) as version,
               (select count(*) from public.planned_matches) as plans,
               (select count(*) from public.admin_change) as changes`
    )[0];

  test.each(refusals)('%s', async (_, ask, status, code) => {
    const before = await club();

    const response = await ask();

    const body = errorAnswer.parse(await response.json());
    expect([response.status, body.error.code]).toEqual([status, code]);
    expect(JSON.stringify(body)).not.toMatch(/select |insert |constraint|violates|\bat .*\.js/i);
    expect(await club()).toEqual(before);
  });
});

test('a planned match becomes a result whose run ends with the players seeing it', async () => {
  const plan = await planned();

  const completed = await send('POST', `plans/${plan.planId}/complete`, someResult(plan.version));

  expect(completed.status).toBe(200);
  const { matchId, stats } = matchAnswer.parse(await completed.json());
  if (!stats.success) throw new Error(stats.problem);
  await eventually(
    () => sql`select results ->> 'visible_at' as at from public.background_job_status
              where id = ${stats.jobId}`,
    ([job]) => typeof job?.at === 'string',
  );
  const undone = await send('POST', `matches/${matchId}/undo`, {
    requestId: randomUUID(),
    version: 1,
  });
  const { planId } = undoAnswer.parse(await undone.json());
  expect((await cancel({ planId, version: 1 })).status).toBe(200);
});

test('the second of two admins gets a 409 that says who was first and how it is now', async () => {
  const plan = await planned();
  const mine = somePlan({ version: plan.version, matchDate: '2020-01-09' });
  const theirs = somePlan({ version: plan.version, matchDate: '2020-01-16', players: [] });
  await send('PUT', `plans/${plan.planId}`, theirs, { cookie: kimCookie });

  const refused = await send('PUT', `plans/${plan.planId}`, mine);

  expect(refused.status).toBe(409);
  const { error } = errorAnswer.parse(await refused.json());
  expect(error).toMatchObject({
    code: 'changed_meanwhile',
    message: 'kim@club.example changed this plan just now.',
    current: { planId: plan.planId, version: 2, matchDate: '2020-01-16', players: [] },
  });
  expect((await cancel({ planId: plan.planId, version: 2 })).status).toBe(200);
});

test('who edits what was called off is told so, and that it is gone', async () => {
  const plan = await planned();
  await cancel(plan);

  const refused = await send('PUT', `plans/${plan.planId}`, somePlan({ version: plan.version }));

  const { error } = errorAnswer.parse(await refused.json());
  expect(error.message).toContain(`${stack.adminEmail} called this match off just now.`);
  expect(error.current).toBeNull();
});

test('a change sent twice is made once, and answered alike', async () => {
  const body = someone();

  const first = playerAnswer.parse(await (await send('POST', 'players', body)).json());
  const second = playerAnswer.parse(await (await send('POST', 'players', body)).json());

  expect(second.playerId).toBe(first.playerId);
  const added = await sql`select from public.players where name = ${body.name}`;
  expect(added).toHaveLength(1);
});

test('where the run cannot be queued, the result is saved and the edge functions count it', async () => {
  const plan = await planned();
  const queue = await breakQueue(sql);
  onTestFinished(() => queue.mend());
  const completed = await send('POST', `plans/${plan.planId}/complete`, someResult(plan.version));
  await queue.mend();

  const { matchId, stats } = matchAnswer.parse(await completed.json());
  expect(stats).toMatchObject({
    success: true,
    via: 'edge-functions',
    reason: 'queue_unavailable',
  });
  const [match] = await sql`select version from public.matches where match_id = ${matchId}`;
  expect(match).toEqual({ version: 1 });
  const undone = await send('POST', `matches/${matchId}/undo`, {
    requestId: randomUUID(),
    version: 1,
  });
  await cancel({ planId: undoAnswer.parse(await undone.json()).planId, version: 1 });
});
