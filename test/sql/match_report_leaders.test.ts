import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { reportOf } from './match-report.ts';
import { weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

test('the first to lead has nobody before them', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al 2, Ben 1 v Cal'),
  });

  expect(report.season_goal_leaders).toEqual([
    {
      player_id: club.id('Al'),
      new_leader: 'Al',
      new_leader_goals: 2,
      previous_leader: null,
      previous_leader_ids: [],
      previous_leader_goals: null,
      change_type: 'new_leader',
    },
  ]);
  expect(report.half_season_goal_leaders).toEqual(report.season_goal_leaders);
});

test('whoever has more than the leader had overtakes', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al 2 v Ben 1', 'Al v Ben 3'),
  });

  expect(report.season_goal_leaders).toEqual([
    {
      player_id: club.id('Ben'),
      new_leader: 'Ben',
      new_leader_goals: 4,
      previous_leader: 'Al',
      previous_leader_ids: [club.id('Al')],
      previous_leader_goals: 2,
      change_type: 'overtake',
    },
  ]);
});

test('drawing level with a leader is a tie, for the old leader the lead remains', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al 3 v Ben 1', 'Al v Ben 2'),
  });

  expect(report.season_goal_leaders).toMatchObject([
    { new_leader: 'Al', new_leader_goals: 3, previous_leader: 'Al', change_type: 'remains' },
    { new_leader: 'Ben', new_leader_goals: 3, previous_leader: 'Al', change_type: 'tied' },
  ]);
});

test('it is no tie to reach what the old leader had and has no more', async () => {
  // Al won for 20 points and then lost for -10; Ben's win is worth 20.
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al 2 v Cal 1', 'Al 1 v Ben 2'),
  });

  expect(report.season_fantasy_leaders).toMatchObject([
    {
      new_leader: 'Ben',
      new_leader_points: 20,
      previous_leader: 'Al',
      previous_leader_points: 20,
      change_type: 'overtake',
    },
  ]);
});

test('all who shared the lead before are named, and by their ids', async () => {
  const { club, report } = await reportOf(database.sql, {
    players: { Al: {}, Twin: { name: 'Al' } },
    matches: weekly('2025-03-03', 'Al 2 v Twin 2', 'Al v Twin, Cal 3'),
  });

  expect(report.season_goal_leaders).toMatchObject([
    {
      new_leader: 'Cal',
      previous_leader: 'Al, Al',
      previous_leader_ids: [club.id('Al'), club.id('Twin')],
      previous_leader_goals: 2,
      change_type: 'overtake',
    },
  ]);
});

test('nobody leads with nothing, before or after', async () => {
  // A goalless first match leaves everyone on 0 goals; the second is lost by Al and won by Ben.
  const { report } = await reportOf(database.sql, {
    config: { fantasy_clean_sheet_draw_points: -5 },
    matches: weekly('2025-03-03', 'Al v Ben', 'Al v Ben 1'),
  });

  expect(report.season_goal_leaders).toMatchObject([
    { new_leader: 'Ben', previous_leader: null, change_type: 'new_leader' },
  ]);
  expect(report.season_fantasy_leaders).toMatchObject([
    { new_leader: 'Ben', new_leader_points: 25, previous_leader: null, change_type: 'new_leader' },
  ]);
});

test('a goalless match leaves the goal lead to nobody', async () => {
  const { report } = await reportOf(database.sql, { matches: weekly('2025-03-03', 'Al v Ben') });

  expect(report.season_goal_leaders).toEqual([]);
});

test('an earlier match of the same day counts as before', async () => {
  const { report } = await reportOf(database.sql, {
    matches: [
      { date: '2025-03-03', a: 'Al 2', b: 'Ben' },
      { date: '2025-03-03', a: 'Al', b: 'Ben 1' },
    ],
  });

  expect(report.season_goal_leaders).toMatchObject([
    { new_leader: 'Al', previous_leader: 'Al', previous_leader_goals: 2, change_type: 'remains' },
  ]);
});

test('both periods are those of the match, not of the day of the run', async () => {
  const { report } = await reportOf(
    database.sql,
    { matches: weekly('2024-06-24', 'Al 5 v Ben', 'Al v Ben 2') },
    '2025-02-01',
  );

  // The second match is on 1 July 2024: its half-season starts with it, its season in January.
  expect(report.half_season_goal_leaders).toMatchObject([
    { new_leader: 'Ben', new_leader_goals: 2, change_type: 'new_leader' },
  ]);
  expect(report.season_goal_leaders).toMatchObject([
    { new_leader: 'Al', new_leader_goals: 5, change_type: 'remains' },
  ]);
});

test('points lead by the team’s outcome, ringers never', async () => {
  const { report } = await reportOf(database.sql, {
    players: { Rex: { ringer: true } },
    matches: weekly('2025-03-03', 'Al, Rex 4 v Ben', 'Ben 1 v Al 1'),
  });

  // Al: heavy clean-sheet win 40, draw 10. Ben: heavy loss -20, draw 10.
  expect(report.season_fantasy_leaders).toMatchObject([
    {
      new_leader: 'Al',
      new_leader_points: 50,
      previous_leader: 'Al',
      previous_leader_points: 40,
      change_type: 'remains',
    },
  ]);
  expect(report.half_season_fantasy_leaders).toEqual(report.season_fantasy_leaders);
});
