import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

async function config() {
  const [row] =
    await database.sql`select to_jsonb(config) as rules from public.stats_config config`;
  return row?.rules;
}

test('every rule has its default in a club that has set none', async () => {
  expect(await config()).toEqual({
    fantasy_win_points: 20,
    fantasy_draw_points: 10,
    fantasy_loss_points: -10,
    fantasy_heavy_win_points: 30,
    fantasy_clean_sheet_win_points: 30,
    fantasy_heavy_clean_sheet_win_points: 40,
    fantasy_clean_sheet_draw_points: 20,
    fantasy_heavy_loss_points: -20,
    match_duration_minutes: 60,
    games_required_for_hof: 50,
    hall_of_fame_limit: 3,
    min_games_for_honours: 10,
    min_streak_length: 3,
    game_milestone_threshold: 50,
    goal_milestone_threshold: 25,
    win_streak_threshold: 4,
    loss_streak_threshold: 4,
    unbeaten_streak_threshold: 6,
    winless_streak_threshold: 6,
    goal_streak_threshold: 3,
    on_fire_grim_reaper_window_days: 45,
    on_fire_grim_reaper_min_games: 4,
    performance_half_life_days: 730,
    performance_qualification_threshold: 5,
  });
});

test('a rule that is set counts', async () => {
  await givenClub(database.sql, {
    config: { min_games_for_honours: 7, match_duration_minutes: '52.5', fantasy_loss_points: -3 },
  });

  expect(await config()).toMatchObject({
    min_games_for_honours: 7,
    match_duration_minutes: 52.5,
    fantasy_loss_points: -3,
    fantasy_heavy_loss_points: -13,
  });
});

test('a rule that cannot be meant counts as its default', async () => {
  const mistakes = [
    ['min_games_for_honours', 'ten', 10],
    ['min_games_for_honours', '', 10],
    ['min_games_for_honours', '9.5', 10],
    ['min_games_for_honours', '99999999999', 10],
    ['fantasy_win_points', '1000000', 20],
    ['on_fire_grim_reaper_window_days', '0', 45],
    ['on_fire_grim_reaper_min_games', '-1', 4],
    ['game_milestone_threshold', '0', 50],
    ['match_duration_minutes', 'NaN', 60],
    ['match_duration_minutes', 'Infinity', 60],
    ['performance_half_life_days', '0', 730],
  ] as const;

  for (const [rule, text, value] of mistakes) {
    await database.sql`
      insert into public.app_config (config_key, config_value) values (${rule}, ${text})
      on conflict (config_key) do update set config_value = excluded.config_value`;

    expect(await config(), `${rule} = "${text}"`).toMatchObject({ [rule]: value });
  }
});

test('anyone may read the rules as the stats apply them', async () => {
  await givenClub(database.sql, {
    config: { fantasy_win_points: 3, show_grim_reaper: 'False', min_games_for_honours: 'ten' },
  });

  const [row] = await database.as('anon', (sql) => sql`select public.club_rules() as rules`);

  expect(row?.rules).toEqual({
    ...(await config()),
    show_on_fire: true,
    show_grim_reaper: false,
  });
  expect(row?.rules).toMatchObject({ fantasy_heavy_win_points: 13, min_games_for_honours: 10 });
});
