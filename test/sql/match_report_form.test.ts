import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { reportOf } from './match-report.ts';
import { times, weekly } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

test('the most points in the window are on fire, the fewest are the grim reaper', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', ...times(3, 'Al 1, Ben v Cal, Dan'), 'Al 1, Dan v Ben, Cal'),
  });

  expect(report.on_fire_player_id).toBe(club.id('Al'));
  expect(report.grim_reaper_player_id).toBe(club.id('Cal'));
});

test('a single player with enough games is on fire and nobody is the reaper', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', 'Al 1 v Ben', 'Al 1 v Cal', 'Al 1 v Dan', 'Al 1 v Eve'),
  });

  expect(report.on_fire_player_id).toBe(club.id('Al'));
  expect(report.grim_reaper_player_id).toBeNull();
});

test('of two players alike in everything the first by name is on fire, the other the reaper', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', ...times(4, 'Ben 1 v Al 1')),
  });

  expect(report.on_fire_player_id).toBe(club.id('Al'));
  expect(report.grim_reaper_player_id).toBe(club.id('Ben'));
});

test('equal points go to the better scorer, and to the reaper who scored less', async () => {
  const { club, report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', ...times(4, 'Al, Ben 1 v Cal 1, Dan')),
  });

  // Everyone drew four times; Al and Dan scored nothing and are told apart by name.
  expect(report.on_fire_player_id).toBe(club.id('Ben'));
  expect(report.grim_reaper_player_id).toBe(club.id('Al'));
});

/** Every outcome is worth nothing, so that only what comes after points tells players apart. */
const ALL_LEVEL = {
  fantasy_win_points: 0,
  fantasy_heavy_win_points: 0,
  fantasy_clean_sheet_win_points: 0,
  fantasy_heavy_clean_sheet_win_points: 0,
  fantasy_draw_points: 0,
  fantasy_clean_sheet_draw_points: 0,
  fantasy_loss_points: 0,
  fantasy_heavy_loss_points: 0,
  on_fire_grim_reaper_min_games: 2,
};

// Nobody scores; Ben and Al are the only two with two matches, and Ben did better.
test.each([
  ['goals conceded', ['Ben v C', 'Ben v D, OG 1', 'Al v E, OG 1', 'Al v F, OG 1']],
  ['clean sheets', ['Ben v C', 'Ben v D, OG 2', 'Al v E, OG 1', 'Al v F, OG 1']],
  ['heavy wins', ['Ben, OG 4 v C', 'Ben v D', 'Al, OG 3 v E', 'Al v F']],
  ['heavy losses', ['Ben v C, OG 3', 'Ben v D, OG 2', 'Al v E, OG 4', 'Al v F, OG 1']],
])('level in points and all before, %s decide', async (_, results) => {
  const { club, report } = await reportOf(database.sql, {
    config: ALL_LEVEL,
    matches: weekly('2025-03-03', ...results),
  });

  expect(report.on_fire_player_id).toBe(club.id('Ben'));
  expect(report.grim_reaper_player_id).toBe(club.id('Al'));
});

test('only matches of the window count, its first day included', async () => {
  const config = { on_fire_grim_reaper_window_days: 7, on_fire_grim_reaper_min_games: 2 };
  const { club, report } = await reportOf(database.sql, {
    config,
    // Al's two wins are within the seven days; Ben's third match is a day too old.
    matches: [
      { date: '2025-03-02', a: 'Ben 9', b: 'Cal' },
      { date: '2025-03-03', a: 'Al 1', b: 'Ben' },
      { date: '2025-03-10', a: 'Al 1', b: 'Dan' },
    ],
  });

  expect(report.on_fire_player_id).toBe(club.id('Al'));
  expect(report.grim_reaper_player_id).toBeNull();
});

test('nobody is on fire while nobody has enough games', async () => {
  const { report } = await reportOf(database.sql, {
    matches: weekly('2025-03-03', ...times(3, 'Al 1 v Ben')),
  });

  expect(report.on_fire_player_id).toBeNull();
  expect(report.grim_reaper_player_id).toBeNull();
});

test('ringers and players who retired since are never on fire, a retired participant is', async () => {
  const { club, report } = await reportOf(database.sql, {
    players: { Rex: { ringer: true }, Gone: { retired: true }, Back: { retired: true } },
    matches: weekly('2025-03-03', ...times(4, 'Gone, Back, Rex 1 v Ben'), 'Back 1, Rex v Ben'),
  });

  expect(report.on_fire_player_id).toBe(club.id('Back'));
  expect(report.grim_reaper_player_id).toBe(club.id('Ben'));
});

test('it is known after a match of ringers only, too', async () => {
  const { club, report } = await reportOf(database.sql, {
    players: { Rex: { ringer: true }, Roy: { ringer: true } },
    matches: weekly('2025-03-03', ...times(4, 'Al 1 v Ben'), 'Rex 1 v Roy'),
  });

  expect(report.on_fire_player_id).toBe(club.id('Al'));
  expect(report.grim_reaper_player_id).toBe(club.id('Ben'));
});
