import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { changesOf, refusalOf } from './changes.ts';

let database: TestDatabase;
let admins: ReturnType<typeof changesOf>;

beforeEach(async () => {
  database = await freshDatabase();
  admins = changesOf(database);
});
afterEach(() => database.drop());

const AL = { name: 'Al', join_date: '2024-03-07', is_ringer: false, is_retired: false };
const players = () => database.sql`
  select player_id, name, join_date::text, is_ringer, is_retired, version from public.players`;
const jobs = () => database.sql`select id, force from public.background_job_status`;

test('a player is added, and the numbers follow', async () => {
  const { player_id, version, job } = await admins.savePlayer({ ...AL, name: '  Al ' });

  expect(await players()).toEqual([{ ...AL, player_id, version }]);
  expect(await jobs()).toEqual([{ id: job?.job_id, force: false }]);
});

test('a change keeps what the form does not have', async () => {
  const { player_id, version } = await admins.savePlayer(AL);
  await database.sql`update public.players set selected_club = '{"name": "Orient"}'`;

  await admins.savePlayer({ ...AL, player_id, version: version + 1, is_ringer: true });

  const [al] = await database.sql`select is_ringer, selected_club from public.players`;
  expect(al).toEqual({ is_ringer: true, selected_club: { name: 'Orient' } });
});

test('a player sent twice is one player', async () => {
  const requestId = randomUUID();

  const first = await admins.savePlayer(AL, { requestId });
  const second = await admins.savePlayer(AL, { requestId });

  expect(second).toEqual(first);
  expect(await players()).toHaveLength(1);
});

test('the second of two admins is refused, told by whom, and overwrites nothing', async () => {
  const { player_id, version } = await admins.savePlayer(AL);
  await admins.savePlayer(
    { ...AL, player_id, version, is_retired: true },
    { by: 'kim@club.example' },
  );

  const refusal = await refusalOf(admins.savePlayer({ ...AL, player_id, version, name: 'Alan' }));

  expect(refusal).toMatchObject({
    code: 'PT409',
    between: { action: 'changed', changed_by: 'kim@club.example' },
  });
  expect(await players()).toMatchObject([{ name: 'Al', is_retired: true, version: 2 }]);
});

test.each([
  ['a name of blanks', { ...AL, name: '  ' }, '23514'],
  ['a name of 61 letters', { ...AL, name: 'x'.repeat(61) }, '23514'],
  ['a player who never was', { ...AL, player_id: 99, version: 1 }, 'P0002'],
])('%s is refused, and nothing is saved or enqueued', async (_, player, code) => {
  expect(await refusalOf(admins.savePlayer(player))).toMatchObject({ code });

  expect(await players()).toEqual([]);
  expect(await jobs()).toEqual([]);
});

test('without a trigger the player is saved and nothing enqueued', async () => {
  const { job } = await admins.savePlayer(AL, { trigger: null });

  expect(job).toBeNull();
  expect(await players()).toHaveLength(1);
  expect(await jobs()).toEqual([]);
});
