import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';
import { reportOf, storedReport } from './match-report.ts';
import { weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_match_report_cache';

test('line-ups and scorers are by name, ringers included, own goals last and for the gaining team', async () => {
  const { club, report } = await reportOf(database.sql, {
    players: { Rex: { ringer: true } },
    matches: [{ date: '2025-03-03', a: 'Rex 1, Al 2, Ben, OG 1', b: 'Dan, Cal' }],
  });

  expect(report).toMatchObject({
    match_id: club.matchIds[0],
    match_date: '2025-03-03',
    team_a_score: 4,
    team_b_score: 0,
    team_a_players: ['Al', 'Ben', 'Rex'],
    team_b_players: ['Cal', 'Dan'],
    team_a_scorers: 'Al (2), Rex, OG (1)',
    team_b_scorers: '',
  });
});

test('of two matches on one day the one entered later is the latest', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: [
      { date: '2025-03-10', a: 'Al', b: 'Ben' },
      { date: '2025-03-10', a: 'Al 1', b: 'Ben' },
      { date: '2025-03-03', a: 'Al 2', b: 'Ben' },
    ],
  });

  expect(report.match_id).toBe(club.matchIds[1]);
});

test('a match dated after the day is not the latest yet', async () => {
  const { club, report } = await reportOf(
    database.sql,
    { matches: weekly('2025-03-03', 'Al v Ben', 'Al 1 v Ben', 'Al 2 v Ben') },
    '2025-03-10',
  );

  expect(report.match_id).toBe(club.matchIds[1]);
});

test('a club without a match has no report, and that is a success', async () => {
  const club = await givenClub(database.sql, { players: { Al: {} } });

  const run = await club.compute(FUNCTION);

  expect(run.rows).toBe(0);
  expect(await storedReport(database.sql)).toBeUndefined();
});

test('the report goes when the only match is deleted', async () => {
  const { club } = await reportOf(database.sql, { matches: weekly('2025-03-03', 'Al 1 v Ben') });

  await database.sql`delete from public.matches`;
  const run = await club.compute(FUNCTION);

  expect(run.rows).toBe(1);
  expect(await storedReport(database.sql)).toBeUndefined();
});

test('after a match of ringers only, every list is there and empty', async () => {
  const { report } = await reportOf(database.sql, {
    players: { Rex: { ringer: true }, Roy: { ringer: true } },
    config: { game_milestone_threshold: 1, win_streak_threshold: 1 },
    matches: weekly('2025-03-03', 'Al 1 v Ben', 'Al 1 v Ben', 'Rex 9 v Roy'),
  });

  expect(report).toMatchObject({
    team_a_scorers: 'Rex (9)',
    game_milestones: [],
    goal_milestones: [],
    half_season_goal_leaders: [],
    half_season_fantasy_leaders: [],
    season_goal_leaders: [],
    season_fantasy_leaders: [],
    streaks: [],
    goal_streaks: [],
    feat_breaking_data: [],
    config_values: {
      win_streak_threshold: 1,
      loss_streak_threshold: 4,
      unbeaten_streak_threshold: 6,
      winless_streak_threshold: 6,
      goal_streak_threshold: 3,
    },
  });
});

test('a match that nobody is entered for yet has a report with empty teams', async () => {
  const club = await givenClub(database.sql);
  await database.sql`
    insert into public.matches (match_date, team_a_score, team_b_score) values ('2025-03-03', 0, 0)`;

  await club.compute(FUNCTION);

  expect(await storedReport(database.sql)).toMatchObject({
    team_a_players: [],
    team_b_players: [],
    team_a_scorers: '',
    streaks: [],
  });
});

test('milestones are the regulars whose games or goals reached a round number with this match', async () => {
  const { club, report } = await reportOf(database.sql, {
    players: { Rex: { ringer: true } },
    config: { game_milestone_threshold: 2, goal_milestone_threshold: 5 },
    matches: weekly(
      '2025-03-03',
      'Al 4, Rex 4 v Ben 5',
      'Al 1 v Ben', // Al has 5 goals and 2 games, Ben 5 and 2
      'Cal 1 v Dan',
      'Al 12, Rex 1 v Cal 4, Dan', // Al goes from 5 to 17 goals, Cal from 1 to 5
    ),
  });

  expect(report.game_milestones).toEqual([
    { player_id: club.id('Cal'), name: 'Cal', value: 2 },
    { player_id: club.id('Dan'), name: 'Dan', value: 2 },
  ]);
  expect(report.goal_milestones).toEqual([
    { player_id: club.id('Al'), name: 'Al', value: 15 },
    { player_id: club.id('Cal'), name: 'Cal', value: 5 },
  ]);
});

test('a second run for the same day writes nothing and a new match rewrites the one row', async () => {
  const { club } = await reportOf(database.sql, { matches: weekly('2025-03-03', 'Al 1 v Ben') });

  const again = await club.compute(FUNCTION, '2025-12-31');
  await club.play({ date: '2025-04-01', a: 'Al 2', b: 'Ben' });
  const afterMatch = await club.compute(FUNCTION, '2025-12-31');

  expect(again.rows).toBe(0);
  expect(afterMatch.rows).toBe(1);
  expect(await storedReport(database.sql)).toMatchObject({ match_date: '2025-04-01' });
});
