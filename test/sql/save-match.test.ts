import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
  await database.sql`
    insert into public.players (player_id, name) values (1, 'Al'), (2, 'Ben'), (3, 'Cal')`;
});
afterEach(() => database.drop());

const MATCH = {
  match_date: '2020-11-19',
  team_a_score: 3,
  team_b_score: 1,
  team_a_own_goals: 1,
  appearances: [
    { player_id: 1, team: 'A', goals: 2 },
    { player_id: 2, team: 'B', goals: 1 },
  ],
};

const trigger = (requestId: string = randomUUID()) => ({
  triggeredBy: 'post-match',
  requestId,
  timestamp: '2020-11-19T21:00:00Z',
});

interface Saved {
  match_id: number;
  job: { job_id: string; coalesced: boolean } | null;
}

async function save(match: postgres.JSONValue, payload: postgres.JSONValue | null = trigger()) {
  const [row] = await database.as(
    'service_role',
    (sql) => sql<{ saved: Saved }[]>`select public.save_match_result(
      ${sql.json(match)}, ${payload === null ? null : sql.json(payload)}) as saved`,
  );
  if (!row) throw new Error('save_match_result answers');
  return row.saved;
}

const matches = () => database.sql`select * from public.matches`;
const appearances = () => database.sql`
  select player_id, team, goals from public.player_matches order by player_id`;
const jobRows = () => database.sql`select id, required_version from public.background_job_status`;

test('a saved match comes with its appearances and its job', async () => {
  const { match_id, job } = await save(MATCH);

  expect(await matches()).toMatchObject([{ match_id, team_a_score: 3, team_b_own_goals: 0 }]);
  expect(await appearances()).toEqual(MATCH.appearances);
  const [row] = await database.sql`select job_id, match_id, triggered_by from public.job_trigger`;
  expect(row).toEqual({ job_id: job?.job_id, match_id, triggered_by: 'post-match' });
});

test('the job requires the version that includes the match', async () => {
  await save(MATCH);

  const [source] = await database.sql`select version from public.source_version`;
  expect(await jobRows()).toMatchObject([{ required_version: source?.version }]);
});

test('a save delivered twice is one match and one job', async () => {
  const payload = trigger();

  const first = await save(MATCH, payload);
  const second = await save(MATCH, payload);

  expect(second.match_id).toBe(first.match_id);
  expect(await matches()).toHaveLength(1);
  expect(await jobRows()).toHaveLength(1);
});

test('changing a match moves, adds and removes appearances as given', async () => {
  const { match_id } = await save(MATCH);

  await save({
    ...MATCH,
    match_id,
    match_date: '2020-11-12',
    team_a_own_goals: 0,
    appearances: [
      { player_id: 1, team: 'B', goals: 1 },
      { player_id: 3, team: 'A', goals: 3 },
    ],
  });

  expect(await matches()).toHaveLength(1);
  expect(await appearances()).toEqual([
    { player_id: 1, team: 'B', goals: 1 },
    { player_id: 3, team: 'A', goals: 3 },
  ]);
});

test('an edit keeps who has retired since, and asks for a new run', async () => {
  const { match_id } = await save(MATCH);
  await database.sql`update public.players set is_retired = true where name = 'Ben'`;
  const [before] = await database.sql`select version from public.source_version`;

  await save({ ...MATCH, match_id, match_date: '2020-11-20' });

  expect(await appearances()).toEqual(MATCH.appearances);
  const [job] = await jobRows();
  expect(Number(job?.required_version)).toBeGreaterThan(Number(before?.version));
});

test.each([
  [
    'goals that do not make the score',
    { ...MATCH, team_a_own_goals: 0 },
    "team A's score is 3, but its goals (2) and own goals (0) make 2",
  ],
  ['a team of nobody', { ...MATCH, appearances: [MATCH.appearances[0]] }, 'team B has no players'],
  [
    'a day to come',
    { ...MATCH, match_date: '2999-12-31' },
    /^results can't be dated after today \(\d{4}-\d\d-\d\d\)$/,
  ],
  ['a year mistyped', { ...MATCH, match_date: '0206-11-19' }, "results can't be dated before 2000"],
  ['a match that does not exist', { ...MATCH, match_id: 99 }, 'there is no match 99'],
  [
    'a player twice',
    { ...MATCH, appearances: [...MATCH.appearances, { player_id: 1, team: 'A', goals: 0 }] },
    'player_matches_once_per_match',
  ],
])('%s is refused, and nothing is saved or enqueued', async (_, match, message) => {
  await expect(save(match as postgres.JSONValue)).rejects.toThrow(message);

  expect(await matches()).toEqual([]);
  expect(await jobRows()).toEqual([]);
});

test('today is the club’s: where the day begins first, its match can be saved', async () => {
  await database.sql`
    insert into public.app_config (config_key, config_value)
    values ('club_timezone', 'Pacific/Kiritimati')`;
  const [club] = await database.sql<{ today: string; tomorrow: string }[]>`
    select public.club_today()::text as today, (public.club_today() + 1)::text as tomorrow`;

  await save({ ...MATCH, match_date: club?.today ?? '' });

  await expect(save({ ...MATCH, match_date: club?.tomorrow ?? '' })).rejects.toThrow(
    'dated after today',
  );
});

test('without a trigger the match is saved and nothing enqueued', async () => {
  const { job } = await save(MATCH, null);

  expect(job).toBeNull();
  expect(await matches()).toHaveLength(1);
  expect(await jobRows()).toEqual([]);
});

test('two savers at once do not deadlock, and both are in the last version', async () => {
  const saves = Array.from({ length: 8 }, () => save(MATCH));

  await Promise.all(saves);

  expect(await matches()).toHaveLength(8);
  const [source] = await database.sql`select version from public.source_version`;
  const required = (await jobRows()).map(({ required_version }) => Number(required_version));
  expect(Math.max(...required)).toBe(Number(source?.version));
});
