import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';
import { times, weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_season_honours_and_records';

async function records() {
  const [row] = await database.sql`select records from public.aggregated_records`;
  return row?.records;
}

test('a club without matches has no records, in the shape of those to come', async () => {
  const club = await givenClub(database.sql);

  await club.compute(FUNCTION, '2026-11-23');

  expect(await records()).toEqual({
    most_goals_in_game: [],
    biggest_victory: [],
    consecutive_goals_streak: [],
    streaks: {},
    attendance_streak: [],
  });
});

test('most goals in a match names everyone who scored as many, the latest first', async () => {
  const club = await givenClub(database.sql, {
    players: { Guest: { ringer: true }, Gone: { retired: true } },
    matches: weekly(
      '2026-01-05',
      'Gone 3 v Ben 1',
      'Ben 1 v Al 3',
      'Guest 4 v Zoe 3',
      'Al 2 v Ben',
    ),
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect((await records()).most_goals_in_game).toEqual([
    {
      player_id: club.id('Zoe'),
      name: 'Zoe',
      match_id: 3,
      goals: 3,
      date: '2026-01-19',
      score: '3-4',
    },
    {
      player_id: club.id('Al'),
      name: 'Al',
      match_id: 2,
      goals: 3,
      date: '2026-01-12',
      score: '3-1',
    },
    {
      player_id: club.id('Gone'),
      name: 'Gone',
      match_id: 1,
      goals: 3,
      date: '2026-01-05',
      score: '3-1',
    },
  ]);
});

test('the biggest victory lists everyone, ringers too, and who won', async () => {
  const club = await givenClub(database.sql, {
    players: { Guest: { ringer: true }, Visitor: { ringer: true } },
    matches: weekly(
      '2026-01-05',
      'Zoe v Guest 2, Ben 1',
      'Guest 1, Visitor, OG 2 v Al',
      'Al 2 v Ben',
    ),
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect((await records()).biggest_victory).toEqual([
    {
      match_id: 2,
      team_a_score: 3,
      team_b_score: 0,
      team_a_players: 'Guest (1), Visitor',
      team_b_players: 'Al',
      winning_team: 'A',
      date: '2026-01-12',
    },
    {
      match_id: 1,
      team_a_score: 0,
      team_b_score: 3,
      team_a_players: 'Zoe',
      team_b_players: 'Ben (1), Guest (2)',
      winning_team: 'B',
      date: '2026-01-05',
    },
  ]);
});

test('while all are draws there is no biggest victory', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2026-01-05', 'Al v Ben', 'Al 1 v Ben 1'),
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect((await records()).biggest_victory).toEqual([]);
});

test('each kind of streak has its longest, and everyone who reached it', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly(
      '2026-01-05',
      'Al 1 v Ben',
      'Al 1 v Ben',
      'Al v Ben',
      'Cal 1 v Dan',
      'Cal v Dan 1',
    ),
  });

  await club.compute(FUNCTION, '2026-11-23');

  const streak = (name: string, length: number, start_date: string, end_date: string) => ({
    player_id: club.id(name),
    name,
    streak: length,
    start_date,
    end_date,
  });
  expect((await records()).streaks).toEqual({
    'Win Streak': { holders: [streak('Al', 2, '2026-01-05', '2026-01-12')] },
    'Losing Streak': { holders: [streak('Ben', 2, '2026-01-05', '2026-01-12')] },
    'Undefeated Streak': { holders: [streak('Al', 3, '2026-01-05', '2026-01-19')] },
    'Winless Streak': { holders: [streak('Ben', 3, '2026-01-05', '2026-01-19')] },
  });
  expect((await records()).consecutive_goals_streak).toEqual([
    streak('Al', 2, '2026-01-05', '2026-01-12'),
  ]);
  expect((await records()).attendance_streak).toEqual([
    streak('Al', 3, '2026-01-05', '2026-01-19'),
    streak('Ben', 3, '2026-01-05', '2026-01-19'),
  ]);
});

test('equal streaks are all listed, whenever they ended, also two of one player', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly(
      '2026-01-05',
      ...times(2, 'Al 1 v Ben'),
      'Ben 1 v Al',
      ...times(2, 'Al 1 v Ben'),
      ...times(2, 'Cal 1 v Dan'),
    ),
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect((await records()).streaks['Win Streak'].holders).toMatchObject([
    { name: 'Cal', streak: 2, end_date: '2026-02-16' },
    { name: 'Al', streak: 2, end_date: '2026-02-02' },
    { name: 'Al', streak: 2, end_date: '2026-01-12' },
  ]);
});

test('scoring and attendance records are beside the streaks of results, not among them', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2026-01-05', ...times(3, 'Al 1 v Ben'), 'Al v Cal'),
  });

  await club.compute(FUNCTION, '2026-11-23');
  await club.compute('update_aggregated_player_profile_stats', '2026-11-23');

  const held = await records();
  const [profile] = await database.sql`
    select scoring_streak, attendance_streak from public.aggregated_player_profile_stats
    where player_id = ${club.id('Al')}`;
  expect(held.consecutive_goals_streak).toMatchObject([{ name: 'Al', streak: 3 }]);
  expect(held.attendance_streak).toMatchObject([{ name: 'Al', streak: 4 }]);
  expect(profile).toEqual({ scoring_streak: 3, attendance_streak: 4 });
  expect(Object.keys(held.streaks).sort()).toEqual([
    'Losing Streak',
    'Undefeated Streak',
    'Win Streak',
    'Winless Streak',
  ]);
});

test('attendance is a record from min_streak_length on', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2026-01-05', 'Al v Ben', 'Al v Cal', 'Dan v Ben'),
  });

  await club.compute(FUNCTION, '2026-11-23');
  expect((await records()).attendance_streak).toEqual([]);

  await database.sql`
    insert into public.app_config (config_key, config_value) values ('min_streak_length', '2')`;
  await club.compute(FUNCTION, '2026-11-23');
  expect((await records()).attendance_streak).toMatchObject([{ name: 'Al', streak: 2 }]);
});

test('players who share a name keep their own streaks', async () => {
  const club = await givenClub(database.sql, {
    players: { 'Al the younger': { name: 'Al' } },
    matches: weekly('2026-01-05', 'Al 1 v Ben', 'Al the younger 1 v Ben', 'Al 1 v Ben'),
  });

  await club.compute(FUNCTION, '2026-11-23');

  expect((await records()).streaks['Win Streak'].holders).toMatchObject([
    { player_id: club.id('Al'), name: 'Al', streak: 2 },
  ]);
});

test('the records before a match do not know it', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2026-01-05', 'Al 1 v Ben', 'Al 4 v Ben'),
  });

  const rows = await database.sql`
    select record_type, value, player_id from public.records_through(1)
    where record_type in ('most_goals_in_game', 'win', 'biggest_victory') order by record_type`;

  expect(rows).toEqual([
    { record_type: 'biggest_victory', value: 1, player_id: null },
    { record_type: 'most_goals_in_game', value: 1, player_id: club.id('Al') },
    { record_type: 'win', value: 1, player_id: club.id('Al') },
  ]);
});
