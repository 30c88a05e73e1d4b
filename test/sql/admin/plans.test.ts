import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { changesOf, refusalOf } from './changes.ts';

let database: TestDatabase;
let admins: ReturnType<typeof changesOf>;

beforeEach(async () => {
  database = await freshDatabase();
  admins = changesOf(database);
  await database.sql`
    insert into public.players (player_id, name) values (1, 'Al'), (2, 'Ben'), (3, 'Cal')`;
});
afterEach(() => database.drop());

const DAY = '2020-11-26';
const in_ = (player_id: number, team: 'A' | 'B' | null = null) => ({ player_id, team });
const PLAN = { match_date: DAY, players: [in_(1, 'A'), in_(2, 'B')] };
const RESULT = {
  match_date: DAY,
  team_a_score: 2,
  team_b_score: 1,
  team_b_own_goals: 1,
  appearances: [
    { player_id: 1, team: 'A', goals: 2 },
    { player_id: 2, team: 'B', goals: 0 },
  ],
};

const plans = () => database.sql`
  select plan_id, match_date::text, version from public.planned_matches order by plan_id`;
const lineUp = () => database.sql`
  select player_id, team from public.planned_players order by player_id`;
const matches = () => database.sql`select match_id, team_a_score from public.matches`;
const jobs = () => database.sql`select id from public.background_job_status`;

test('a plan is kept apart: it changes no number and asks for no run', async () => {
  const [before] = await database.sql`select version from public.source_version`;

  const { plan_id } = await admins.savePlan({ match_date: DAY, players: [in_(1), in_(2)] });

  expect(await plans()).toEqual([{ plan_id, match_date: DAY, version: 1 }]);
  expect(await lineUp()).toEqual([in_(1), in_(2)]);
  expect(await matches()).toEqual([]);
  expect(await jobs()).toEqual([]);
  expect((await database.sql`select version from public.source_version`)[0]).toEqual(before);
});

test('a plan becomes as given: another day, others in the pool, in teams', async () => {
  const { plan_id, version } = await admins.savePlan({
    match_date: DAY,
    players: [in_(1), in_(2)],
  });

  const saved = await admins.savePlan({
    plan_id,
    version,
    match_date: '2020-12-03',
    players: [in_(1, 'B'), in_(3, 'A')],
  });

  expect(saved).toEqual({ plan_id, version: 2 });
  expect(await plans()).toEqual([{ plan_id, match_date: '2020-12-03', version: 2 }]);
  expect(await lineUp()).toEqual([in_(1, 'B'), in_(3, 'A')]);
});

test('a plan sent twice is one plan', async () => {
  const requestId = randomUUID();

  const first = await admins.savePlan(PLAN, { requestId });
  const second = await admins.savePlan(PLAN, { requestId });

  expect(second).toEqual(first);
  expect(await plans()).toHaveLength(1);
});

test('the second of two admins is refused, told by whom, and overwrites nothing', async () => {
  const { plan_id, version } = await admins.savePlan(PLAN);
  const mine = { plan_id, version, match_date: DAY, players: [in_(1, 'A')] };
  await admins.savePlan({ ...mine, players: [in_(3, 'A')] }, { by: 'kim@club.example' });

  const refusal = await refusalOf(admins.savePlan(mine));

  expect(refusal).toEqual({
    code: 'PT409',
    between: { action: 'changed', changed_by: 'kim@club.example', changed_at: expect.any(String) },
  });
  expect(await lineUp()).toEqual([in_(3, 'A')]);
});

test('of two admins at the very same time one is refused', async () => {
  const { plan_id, version } = await admins.savePlan(PLAN);
  const save = (player: number) =>
    admins.savePlan({ plan_id, version, match_date: DAY, players: [in_(player)] });

  const outcomes = await Promise.allSettled([save(1), save(2), save(3)]);

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await lineUp()).toHaveLength(1);
});

test('a plan that was changed by hand since is refused, by nobody in particular', async () => {
  const { plan_id, version } = await admins.savePlan(PLAN);
  await database.sql`update public.planned_matches set match_date = '2020-12-03'`;

  const refusal = await refusalOf(admins.savePlan({ ...PLAN, plan_id, version }));

  expect(refusal).toEqual({ code: 'PT409', between: null });
});

test.each([
  ['a plan that never was', { plan_id: 99, version: 1, match_date: DAY, players: [] }, 'P0002'],
  ['somebody who does not exist', { match_date: DAY, players: [in_(99)] }, '23503'],
  ['somebody twice', { match_date: DAY, players: [in_(1, 'A'), in_(1, 'B')] }, '23505'],
  ['a third team', { match_date: DAY, players: [{ player_id: 1, team: 'C' }] }, '23514'],
])('%s is refused, and nothing is saved', async (_, plan, code) => {
  expect(await refusalOf(admins.savePlan(plan))).toMatchObject({ code });
  expect(await plans()).toEqual([]);
});

test('calling a match off removes the plan and its pool, and nothing else', async () => {
  const plan = await admins.savePlan(PLAN);

  await admins.cancelPlan(plan);

  expect(await plans()).toEqual([]);
  expect(await lineUp()).toEqual([]);
  expect(await jobs()).toEqual([]);
});

test('who comes to a plan that was called off is told by whom', async () => {
  const plan = await admins.savePlan(PLAN);
  await admins.cancelPlan(plan, { by: 'kim@club.example' });

  expect(await refusalOf(admins.completePlan(plan, RESULT))).toMatchObject({
    code: 'PT409',
    between: { action: 'cancelled', changed_by: 'kim@club.example' },
  });
  expect(await matches()).toEqual([]);
});

test('completing a plan makes the match, its appearances and the run, and the plan goes', async () => {
  const plan = await admins.savePlan(PLAN);

  const { match_id, job } = await admins.completePlan(plan, RESULT);

  expect(await matches()).toEqual([{ match_id, team_a_score: 2 }]);
  expect(await plans()).toEqual([]);
  expect(await jobs()).toEqual([{ id: job?.job_id }]);
  const [trigger] = await database.sql`select match_id, triggered_by from public.job_trigger`;
  expect(trigger).toEqual({ match_id, triggered_by: 'post-match' });
});

test('a result delivered twice is one match and one run', async () => {
  const plan = await admins.savePlan(PLAN);
  const requestId = randomUUID();

  const [first, second] = await Promise.all([
    admins.completePlan(plan, RESULT, { requestId }),
    admins.completePlan(plan, RESULT, { requestId }),
  ]);

  expect(second).toEqual(first);
  expect(await matches()).toHaveLength(1);
  expect(await jobs()).toHaveLength(1);
});

test('a result whose run could not be asked for is saved all the same, under the same request', async () => {
  const plan = await admins.savePlan(PLAN);
  const requestId = randomUUID();
  await database.sql`alter table public.job_trigger rename to gone`;
  await expect(admins.completePlan(plan, RESULT, { requestId })).rejects.toThrow();
  expect(await plans()).toHaveLength(1);

  const { match_id, job } = await admins.completePlan(plan, RESULT, { requestId, trigger: null });

  expect(job).toBeNull();
  expect(await matches()).toEqual([{ match_id, team_a_score: 2 }]);
});

test('a result that does not add up leaves the plan as it was', async () => {
  const plan = await admins.savePlan(PLAN);

  const refusal = await refusalOf(admins.completePlan(plan, { ...RESULT, team_a_score: 3 }));

  expect(refusal.code).toBe('23514');
  expect(await plans()).toHaveLength(1);
  expect(await jobs()).toEqual([]);
});

test('of two admins who complete the same plan the second is told, and there is one match', async () => {
  const plan = await admins.savePlan(PLAN);
  await admins.completePlan(plan, RESULT, { by: 'kim@club.example' });

  const refusal = await refusalOf(admins.completePlan(plan, { ...RESULT, team_a_own_goals: 0 }));

  expect(refusal).toMatchObject({
    code: 'PT409',
    between: { action: 'completed', changed_by: 'kim@club.example' },
  });
  expect(await matches()).toHaveLength(1);
});

test('admins read plans, players and the public do not', async () => {
  await admins.savePlan(PLAN);
  const read = (claims: { app_metadata: { role?: string } }) =>
    database.as('authenticated', (sql) => sql`select plan_id from public.planned_matches`, claims);

  expect(await read({ app_metadata: { role: 'admin' } })).toHaveLength(1);
  expect(await read({ app_metadata: {} })).toEqual([]);
  for (const table of ['planned_matches', 'planned_players', 'admin_change']) {
    const asPublic = database.as('anon', (sql) => sql`select from public.${sql(table)}`);
    await expect(asPublic).rejects.toThrow('permission denied');
  }
});
