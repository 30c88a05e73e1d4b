import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { computeReport, type MatchReport, reportOf } from './match-report.ts';
import { times, weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** The feats of one kind. */
function feats(report: MatchReport, type: string): MatchReport['feat_breaking_data'] {
  return report.feat_breaking_data.filter(({ feat_type }) => feat_type === type);
}

function describeFeat(feat: MatchReport['feat_breaking_data'][number]): string {
  return `${feat.status} ${feat.feat_type}: ${feat.player_name} ${feat.new_value} after ${feat.current_record}`;
}

test('a record is measured against all earlier matches, however often it is computed', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al 2 v Ben', 'Al 3 v Ben'),
  });
  const again = await computeReport(database.sql, club, '2025-12-31');

  expect(feats(report, 'most_goals_in_game')).toEqual([
    {
      feat_type: 'most_goals_in_game',
      player_id: club.id('Al'),
      player_name: 'Al',
      new_value: 3,
      current_record: 2,
      status: 'broken',
    },
  ]);
  expect(again).toEqual(report);
});

test('a single goal can equal the record for goals in a match', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al 1 v Ben', 'Al v Ben 1'),
  });

  expect(feats(report, 'most_goals_in_game')).toMatchObject([
    { player_name: 'Ben', new_value: 1, current_record: 1, status: 'equaled' },
  ]);
});

test('attendance is a feat from its threshold on', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', ...times(3, 'Al v Ben'), 'Al v Cal'),
  });

  expect(feats(report, 'attendance_streak')).toMatchObject([
    { player_name: 'Al', new_value: 4, current_record: 3, status: 'broken' },
  ]);
});

test('attendance that equals the record below its threshold is no feat', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al v Ben', 'Al v Ben', 'Cal v Dan', 'Cal v Dan'),
  });

  expect(feats(report, 'attendance_streak')).toEqual([]);
});

test('the biggest victory is a difference, whichever team won', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al v Ben 5', 'Al 6 v Ben 1'),
  });

  expect(feats(report, 'biggest_victory')).toEqual([
    {
      feat_type: 'biggest_victory',
      player_id: null,
      player_name: 'Team Result',
      new_value: 5,
      current_record: 5,
      status: 'equaled',
    },
  ]);
});

test('a record of ringers is a record only for the biggest victory', async () => {
  const { report } = await reportOf(database.sql, {
    players: { Rex: { ringer: true }, Roy: { ringer: true } },
    matches: weekly('2025-03-03', 'Rex 9 v Roy', 'Al 1 v Ben', 'Al 2 v Ben'),
  });

  expect(feats(report, 'most_goals_in_game')).toMatchObject([{ new_value: 2, current_record: 1 }]);
  expect(feats(report, 'biggest_victory')).toEqual([]);
});

test('every kind of streak is looked at, not only the one that is shown', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-01-06', ...times(11, 'Al v Ben'), ...times(4, 'Al 1 v Ben')),
  });

  expect(report.streaks).toMatchObject([
    { name: 'Al', streak_type: 'win' },
    { name: 'Ben', streak_type: 'loss' },
  ]);
  expect(feats(report, 'unbeaten_streak')).toMatchObject([
    { player_name: 'Al', new_value: 15, current_record: 14, status: 'broken' },
  ]);
  expect(feats(report, 'winless_streak')).toMatchObject([
    { player_name: 'Ben', new_value: 15, current_record: 14, status: 'broken' },
  ]);
});

test('records longer than twenty matches can be broken', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-01-06', ...times(22, 'Al 1 v Ben')),
  });

  for (const type of ['win_streak', 'loss_streak', 'goal_streak']) {
    expect(feats(report, type)).toMatchObject([
      { new_value: 22, current_record: 21, status: 'broken' },
    ]);
  }
});

test('a streak that equals the record counts from the threshold of its kind', async () => {
  const matches = weekly(
    '2025-03-03',
    ...times(3, 'Al 1 v Ben'),
    'Al v Ben',
    ...times(3, 'Cal 1 v Dan'),
  );

  const { report } = await reportOf(database.sql, { config: { win_streak_threshold: 3 }, matches });

  expect(feats(report, 'win_streak')).toMatchObject([
    { player_name: 'Cal', new_value: 3, current_record: 3, status: 'equaled' },
  ]);
  expect(feats(report, 'loss_streak')).toEqual([]);
});

test('a streak that the match did not extend is no feat', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', ...times(6, 'Al 1 v Ben'), 'Cal v Dan'),
  });

  expect(feats(report, 'win_streak')).toEqual([]);
});

test('the first match of all breaks nothing: there was no record', async () => {
  const { report } = await reportOf(database.sql, { matches: weekly('2025-03-03', 'Al 3 v Ben') });

  expect(report.feat_breaking_data).toEqual([]);
});

test('broken records come first, then the higher value, then the name', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al 2 v Ben 1', 'Al v Ben 2, Cal 2', 'Dan 2, Ben 2 v Al 3'),
  });

  expect(report.feat_breaking_data.map(describeFeat)).toEqual([
    'broken attendance_streak: Al 3 after 2',
    'broken most_goals_in_game: Al 3 after 2',
    'broken attendance_streak: Ben 3 after 2',
    'broken goal_streak: Ben 3 after 2',
    'broken loss_streak: Al 2 after 1',
    'broken winless_streak: Al 2 after 1',
    'broken unbeaten_streak: Ben 2 after 1',
    'broken win_streak: Ben 2 after 1',
    'equaled most_goals_in_game: Ben 2 after 2',
    'equaled most_goals_in_game: Dan 2 after 2',
  ]);
});
