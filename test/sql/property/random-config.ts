import * as fc from 'fast-check';

const NONSENSE = [
  '',
  'ten',
  '2.5',
  '-1',
  '0',
  '1000000',
  '99999999999',
  'NaN',
  'Infinity',
] as const;

/** Rules as a club may have typed them: some low enough to be met by small clubs, some nonsense. */
export function randomConfig(): fc.Arbitrary<Readonly<Record<string, string>>> {
  const points = fc.tuple(fc.constantFrom(...POINTS), typed('0', '7', '-30', '100', '+5', ' 12 '));
  const counts = fc.tuple(fc.constantFrom(...COUNTS), typed('1', '2', '3', '5'));
  const rule = fc.oneof(
    { arbitrary: counts, weight: 5 },
    { arbitrary: points, weight: 3 },
    fc.tuple(fc.constant('match_duration_minutes'), typed('90', '52.5', '1e2')),
    fc.tuple(fc.constant('performance_half_life_days'), typed('3', '7', '30', '365', '52.5')),
    fc.tuple(fc.constant('performance_qualification_threshold'), typed('1', '2', '1.5', '10')),
  );
  const some = fc.array(rule, { maxLength: 24, size: 'max' });
  return fc
    .oneof(fc.constant([]), some, some, everythingLevel())
    .map((rules) => Object.fromEntries(rules));
}

/** Winning is worth as much as losing: everyone is level, and the rules for ties decide. */
function everythingLevel(): fc.Arbitrary<[string, string][]> {
  return fc
    .constantFrom('0', '10')
    .map((worth) => [
      ...POINTS.map((key): [string, string] => [key, worth]),
      ['on_fire_grim_reaper_window_days', '900'],
      ['on_fire_grim_reaper_min_games', '2'],
    ]);
}

const POINTS = [
  'fantasy_win_points',
  'fantasy_draw_points',
  'fantasy_loss_points',
  'fantasy_heavy_win_points',
  'fantasy_clean_sheet_win_points',
  'fantasy_heavy_clean_sheet_win_points',
  'fantasy_clean_sheet_draw_points',
  'fantasy_heavy_loss_points',
] as const;

const COUNTS = [
  'games_required_for_hof',
  'hall_of_fame_limit',
  'min_games_for_honours',
  'min_streak_length',
  'game_milestone_threshold',
  'goal_milestone_threshold',
  'win_streak_threshold',
  'loss_streak_threshold',
  'unbeaten_streak_threshold',
  'winless_streak_threshold',
  'goal_streak_threshold',
  'on_fire_grim_reaper_window_days',
  'on_fire_grim_reaper_min_games',
] as const;

function typed(...sensible: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...sensible), weight: 4 },
    { arbitrary: fc.constantFrom(...NONSENSE), weight: 1 },
  );
}
