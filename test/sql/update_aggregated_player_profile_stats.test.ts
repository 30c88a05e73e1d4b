import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type ClubHistory, givenClub } from './club.ts';
import { times, weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_player_profile_stats';

type Profile = Readonly<Record<string, unknown>>;

/** The stored profiles by player id, as the API gives them. */
async function storedProfiles(): Promise<Map<number, Profile>> {
  const rows = await database.sql<{ player_id: number; profile: Profile }[]>`
    select player_id, to_jsonb(profile) as profile
    from public.aggregated_player_profile_stats as profile`;
  return new Map(rows.map(({ player_id, profile }) => [player_id, profile]));
}

/** One player's profile after a history. */
async function profileOf(player: string, history: ClubHistory): Promise<Profile | undefined> {
  const club = await givenClub(database.sql, history);
  await club.compute(FUNCTION, '2025-12-31');
  return (await storedProfiles()).get(club.id(player));
}

test('a player who never played has zeros and empty lists', async () => {
  const profile = await profileOf('Al', { players: { Al: { selectedClub: { name: 'Leeds' } } } });

  expect(profile).toMatchObject({
    name: 'Al',
    games_played: 0,
    fantasy_points: 0,
    most_game_goals: null,
    most_game_goals_date: null,
    most_season_goals: null,
    most_season_goals_year: null,
    win_streak: 0,
    win_streak_dates: null,
    attendance_streak: 0,
    attendance_streak_dates: null,
    selected_club: { name: 'Leeds' },
    yearly_stats: [],
    teammate_chemistry_all: [],
  });
});

test('every player has a profile, retired ones too, ringers have none', async () => {
  const club = await givenClub(database.sql, {
    players: { Al: {}, Gone: { retired: true }, Rex: { ringer: true } },
    matches: weekly('2025-03-03', 'Rex v Al'),
  });

  await club.compute(FUNCTION, '2025-12-31');

  expect([...(await storedProfiles()).keys()]).toEqual([club.id('Al'), club.id('Gone')]);
});

test('points follow from the score, whoever scored: 20, 30, 40, 10, 20, -10, -20', async () => {
  const points = [
    'Al v Ben 1', // loss
    'Al v Ben 4', // heavy loss
    'Al 1 v Ben 1', // draw
    'Al v Ben', // draw to nil
    'Al 2 v Ben 1', // win
    'Al 5 v Ben 1', // heavy win
    'Al, OG 1 v Ben', // win to nil, by an own goal
    'Al 4 v Ben', // heavy win to nil
  ];

  const profile = await profileOf('Al', { matches: weekly('2025-03-03', ...points) });

  expect(profile).toMatchObject({
    games_played: 8,
    fantasy_points: -10 - 20 + 10 + 20 + 20 + 30 + 30 + 40,
  });
});

test('the best match and the best season are the latest of equal ones', async () => {
  const profile = await profileOf('Al', {
    matches: [
      { date: '2023-05-01', a: 'Al 3', b: 'Ben' },
      { date: '2024-05-01', a: 'Al 2', b: 'Ben' },
      { date: '2024-05-08', a: 'Al 3', b: 'Ben' },
      { date: '2025-05-01', a: 'Al 3', b: 'Ben' },
      { date: '2025-05-08', a: 'Al 2', b: 'Ben' },
    ],
  });

  expect(profile).toMatchObject({
    most_game_goals: 3,
    most_game_goals_date: '2025-05-01',
    most_season_goals: 5,
    most_season_goals_year: 2025,
  });
});

test('years come newest first, minutes per goal only where there was a goal', async () => {
  const profile = await profileOf('Al', {
    config: { match_duration_minutes: 50 },
    matches: [
      { date: '2024-12-31', a: 'Al', b: 'Ben 1' },
      { date: '2025-01-01', a: 'Al 2', b: 'Ben 1' },
      { date: '2025-01-08', a: 'Al 1', b: 'Ben 1' },
      { date: '2025-01-15', a: 'Al', b: 'Ben 1' },
      { date: '2025-01-22', a: 'Al', b: 'Ben 1' },
    ],
  });

  expect(profile?.yearly_stats).toEqual([
    {
      year: 2025,
      games_played: 4,
      goals_scored: 3,
      fantasy_points: 10,
      minutes_per_goal: 66.7,
      points_per_game: 2.5,
    },
    {
      year: 2024,
      games_played: 1,
      goals_scored: 0,
      fantasy_points: -10,
      minutes_per_goal: null,
      points_per_game: -10,
    },
  ]);
});

test('the longest streak of each kind has its first and last day, the latest of equal ones', async () => {
  const profile = await profileOf('Al', {
    matches: weekly(
      '2025-03-03',
      'Al 1 v Ben', // 3 March
      'Al 1 v Ben',
      'Al v Ben', // 17 March
      'Al v Ben 1',
      'Cal 1 v Ben', // 31 March: Al is away
      'Al 1 v Ben',
      'Al 1 v Ben', // 14 April
      'Al v Ben 1', // 21 April
    ),
  });

  expect(profile).toMatchObject({
    win_streak: 2,
    win_streak_dates: '2025-04-07 to 2025-04-14',
    undefeated_streak: 3,
    undefeated_streak_dates: '2025-03-03 to 2025-03-17',
    losing_streak: 1,
    losing_streak_dates: '2025-04-21 to 2025-04-21',
    winless_streak: 2,
    winless_streak_dates: '2025-03-17 to 2025-03-24',
    scoring_streak: 2,
    scoring_streak_dates: '2025-04-07 to 2025-04-14',
    attendance_streak: 4,
    attendance_streak_dates: '2025-03-03 to 2025-03-24',
  });
});

test('chemistry is the own points per match with a team-mate of ten matches, best first', async () => {
  const club = await givenClub(database.sql, {
    players: { Rex: { ringer: true }, Gone: { retired: true } },
    matches: weekly(
      '2025-01-06',
      ...times(7, 'Al 1, Ben, Rex, Gone v Cal 1'), // draws: 10
      ...times(3, 'Al 2, Ben, Rex, Gone v Cal 1'), // wins: 20
      ...times(9, 'Al 2, Dan v Cal 1'), // nine only
      ...times(10, 'Al 2, Eve v Cal 1'),
      'Ben v Al 1', // opponents are no team-mates
    ),
  });

  await club.compute(FUNCTION, '2025-12-31');
  const profiles = await storedProfiles();

  expect(profiles.get(club.id('Al'))?.teammate_chemistry_all).toEqual([
    {
      player_id: club.id('Eve'),
      name: 'Eve',
      games_played_with: 10,
      average_fantasy_points_with: 20,
    },
    {
      player_id: club.id('Ben'),
      name: 'Ben',
      games_played_with: 10,
      average_fantasy_points_with: 13,
    },
  ]);
  expect(profiles.get(club.id('Gone'))?.teammate_chemistry_all).toMatchObject([
    { name: 'Al' },
    { name: 'Ben' },
  ]);
});

test('an average of points has two decimals', async () => {
  const profile = await profileOf('Al', {
    matches: weekly('2025-01-06', ...times(11, 'Al 1, Ben v Cal 1'), 'Al 2, Ben v Cal 1'),
  });

  expect(profile?.teammate_chemistry_all).toMatchObject([{ average_fantasy_points_with: 10.83 }]);
});

test('two players of one name keep apart', async () => {
  const club = await givenClub(database.sql, {
    players: { Al: {}, Twin: { name: 'Al' } },
    matches: weekly('2025-03-03', 'Al 3 v Twin 1'),
  });

  await club.compute(FUNCTION, '2025-12-31');
  const profiles = await storedProfiles();

  expect(profiles.get(club.id('Al'))).toMatchObject({ name: 'Al', most_game_goals: 3 });
  expect(profiles.get(club.id('Twin'))).toMatchObject({ name: 'Al', most_game_goals: 1 });
});

test('a match dated after the day does not count yet', async () => {
  const club = await givenClub(database.sql, {
    matches: weekly('2025-03-03', 'Al 1 v Ben', 'Al 5 v Ben'),
  });

  await club.compute(FUNCTION, '2025-03-09');

  expect((await storedProfiles()).get(club.id('Al'))).toMatchObject({
    games_played: 1,
    most_game_goals: 1,
    win_streak: 1,
    attendance_streak: 1,
  });
});

test('only profiles that changed are written, and readers are not kept waiting', async () => {
  const club = await givenClub(database.sql, {
    players: { Dan: {} },
    matches: weekly('2025-03-03', 'Al 1 v Ben', 'Cal v Ben'),
  });
  const first = await club.compute(FUNCTION, '2025-12-31');
  const unchanged = await club.compute(FUNCTION, '2025-12-31');

  await database.sql`update public.players set name = 'Daniel' where player_id = ${club.id('Dan')}`;
  const renamed = await club.compute(FUNCTION, '2025-12-31');

  expect([first.rows, unchanged.rows, renamed.rows]).toEqual([4, 0, 1]);
  // During an open run a reader with no patience reads what was there before.
  await database.sql.begin(async (run) => {
    await run`update public.players set name = 'Danny' where player_id = ${club.id('Dan')}`;
    await run`select public.update_aggregated_player_profile_stats('2025-12-31')`;
    const profiles = await database.as('anon', async (reader) => {
      await reader`set local lock_timeout = '100ms'`;
      return reader`select name from public.aggregated_player_profile_stats order by player_id`;
    });
    expect(profiles.map(({ name }) => name)).toEqual(['Daniel', 'Al', 'Ben', 'Cal']);
  });
});

test('a player made a ringer loses the profile', async () => {
  const club = await givenClub(database.sql, { players: { Al: {}, Ben: {} } });
  await club.compute(FUNCTION);

  await database.sql`update public.players set is_ringer = true where player_id = ${club.id('Al')}`;
  const run = await club.compute(FUNCTION);

  expect(run.rows).toBe(1);
  expect([...(await storedProfiles()).keys()]).toEqual([club.id('Ben')]);
});
