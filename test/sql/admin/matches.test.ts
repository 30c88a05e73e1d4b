import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { givenClub } from '../club.ts';
import { changesOf, refusalOf } from './changes.ts';

let database: TestDatabase;
let admins: ReturnType<typeof changesOf>;
let matchId: number;

beforeEach(async () => {
  database = await freshDatabase();
  admins = changesOf(database);
  const club = await givenClub(database.sql, {
    matches: [{ date: '2020-11-19', a: 'Al 2, OG', b: 'Ben' }],
  });
  matchId = club.matchIds[0] ?? 0;
});
afterEach(() => database.drop());

const edited = (facts: object = {}) => ({
  match_id: matchId,
  version: 1,
  match_date: '2020-11-19',
  team_a_score: 3,
  team_b_score: 1,
  team_a_own_goals: 1,
  appearances: [
    { player_id: 1, team: 'A', goals: 2 },
    { player_id: 2, team: 'B', goals: 1 },
  ],
  ...facts,
});

const match = async () =>
  (await database.sql`select match_id, team_b_score, version from public.matches`)[0];
const jobs = () => database.sql`select id from public.background_job_status`;

test('an edit changes the match where it is, raises its version and asks for a run', async () => {
  const { match_id, job } = await admins.editMatch(edited());

  expect(match_id).toBe(matchId);
  expect(await match()).toEqual({ match_id: matchId, team_b_score: 1, version: 2 });
  expect(await jobs()).toEqual([{ id: job?.job_id }]);
});

test('an edit delivered twice is one edit', async () => {
  const requestId = randomUUID();

  await admins.editMatch(edited(), { requestId });
  await admins.editMatch(edited(), { requestId });

  expect(await match()).toMatchObject({ version: 2 });
});

test('the second of two admins is refused, told by whom, and overwrites nothing', async () => {
  await admins.editMatch(edited(), { by: 'kim@club.example' });
  const mine = edited({ team_b_score: 0, appearances: edited().appearances.slice(0, 1) });

  const refusal = await refusalOf(
    admins.editMatch({ ...mine, appearances: [...mine.appearances, { player_id: 2, team: 'B' }] }),
  );

  expect(refusal).toMatchObject({
    code: 'PT409',
    between: { action: 'changed', changed_by: 'kim@club.example' },
  });
  expect(await match()).toMatchObject({ team_b_score: 1, version: 2 });
});

test('an edit that names no version is refused: it would overwrite what nobody has seen', async () => {
  const { version: _, ...blind } = edited();

  expect(await refusalOf(admins.editMatch(blind))).toMatchObject({ code: '22004' });
});

test('two admins who edit at the same time do not deadlock, and one wins', async () => {
  const outcomes = await Promise.allSettled([
    admins.editMatch(edited()),
    admins.editMatch(edited()),
    admins.undoMatch(matchId, 1),
  ]);

  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map(({ reason }) => reason.code)).toEqual(['PT409', 'PT409']);
});

test('taking a result back makes it a plan again, with its day and its teams', async () => {
  const { plan_id, job } = await admins.undoMatch(matchId, 1);

  expect(await match()).toBeUndefined();
  const plan = await database.sql`
    select plan_id, match_date::text, player_id, team
    from public.planned_matches join public.planned_players using (plan_id) order by player_id`;
  expect(plan).toEqual([
    { plan_id, match_date: '2020-11-19', player_id: 1, team: 'A' },
    { plan_id, match_date: '2020-11-19', player_id: 2, team: 'B' },
  ]);
  expect(await jobs()).toEqual([{ id: job?.job_id }]);
});

test('a result taken back may be entered anew, and taking it back twice is once', async () => {
  const requestId = randomUUID();
  const { plan_id } = await admins.undoMatch(matchId, 1, { requestId });
  await admins.undoMatch(matchId, 1, { requestId });
  const { match_id: _, version: __, ...result } = edited();

  await admins.completePlan({ plan_id, version: 1 }, result);

  expect(await match()).toMatchObject({ team_b_score: 1 });
  expect(await database.sql`select from public.planned_matches`).toHaveLength(0);
});

test('who edits a result that was taken back meanwhile is told by whom', async () => {
  await admins.undoMatch(matchId, 1, { by: 'kim@club.example' });

  expect(await refusalOf(admins.editMatch(edited()))).toMatchObject({
    code: 'PT409',
    between: { action: 'undone', changed_by: 'kim@club.example' },
  });
  expect(await database.sql`select from public.planned_matches`).toHaveLength(1);
});

test('a result that changed since is not taken back, and there is no plan of it', async () => {
  await admins.editMatch(edited());

  expect(await refusalOf(admins.undoMatch(matchId, 1))).toMatchObject({ code: 'PT409' });
  expect(await database.sql`select from public.planned_matches`).toHaveLength(0);
});
