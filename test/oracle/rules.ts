import { compare, type Fraction, fraction, parseDecimal } from './fraction.ts';

/** The club's rules in force: what it set, and the default where it set nothing or nonsense. */
export interface Rules {
  readonly points: {
    readonly win: number;
    readonly heavyWin: number;
    readonly cleanSheetWin: number;
    readonly heavyCleanSheetWin: number;
    readonly draw: number;
    readonly cleanSheetDraw: number;
    readonly loss: number;
    readonly heavyLoss: number;
  };
  readonly matchMinutes: Fraction;
  readonly hallOfFameGames: number;
  readonly hallOfFameLimit: number;
  readonly honoursGames: number;
  readonly attendanceRecordLength: number;
  readonly gameMilestone: number;
  readonly goalMilestone: number;
  readonly winStreak: number;
  readonly lossStreak: number;
  readonly unbeatenStreak: number;
  readonly winlessStreak: number;
  readonly goalStreak: number;
  readonly formDays: number;
  readonly formGames: number;
  readonly halfLifeDays: Fraction;
  readonly qualifyingGames: Fraction;
}

export function rulesOf(config: Readonly<Record<string, string>>): Rules {
  const whole = (key: string, otherwise: number) => wholeNumber(config[key], -LIMIT, otherwise);
  const fromOne = (key: string, otherwise: number) => wholeNumber(config[key], 1, otherwise);
  const positive = (key: string, otherwise: number) => positiveNumber(config[key], otherwise);

  const win = whole('fantasy_win_points', 20);
  const draw = whole('fantasy_draw_points', 10);
  const loss = whole('fantasy_loss_points', -10);
  return {
    points: {
      win,
      heavyWin: whole('fantasy_heavy_win_points', win + 10),
      cleanSheetWin: whole('fantasy_clean_sheet_win_points', win + 10),
      heavyCleanSheetWin: whole('fantasy_heavy_clean_sheet_win_points', win + 20),
      draw,
      cleanSheetDraw: whole('fantasy_clean_sheet_draw_points', draw + 10),
      loss,
      heavyLoss: whole('fantasy_heavy_loss_points', loss - 10),
    },
    matchMinutes: positive('match_duration_minutes', 60),
    hallOfFameGames: whole('games_required_for_hof', 50),
    hallOfFameLimit: whole('hall_of_fame_limit', 3),
    honoursGames: whole('min_games_for_honours', 10),
    attendanceRecordLength: whole('min_streak_length', 3),
    gameMilestone: fromOne('game_milestone_threshold', 50),
    goalMilestone: fromOne('goal_milestone_threshold', 25),
    winStreak: whole('win_streak_threshold', 4),
    lossStreak: whole('loss_streak_threshold', 4),
    unbeatenStreak: whole('unbeaten_streak_threshold', 6),
    winlessStreak: whole('winless_streak_threshold', 6),
    goalStreak: whole('goal_streak_threshold', 3),
    formDays: fromOne('on_fire_grim_reaper_window_days', 45),
    formGames: fromOne('on_fire_grim_reaper_min_games', 4),
    halfLifeDays: positive('performance_half_life_days', 730),
    qualifyingGames: positive('performance_qualification_threshold', 5),
  };
}

/** Beyond this, either way, a rule is a typing error. */
const LIMIT = 10_000;

function wholeNumber(text: string | undefined, least: number, otherwise: number): number {
  if (text === undefined || !/^\s*[+-]?\d+\s*$/.test(text)) return otherwise;
  const value = Number(text);
  return value >= least && value <= LIMIT ? value : otherwise;
}

function positiveNumber(text: string | undefined, otherwise: number): Fraction {
  const value = text === undefined ? undefined : parseDecimal(text);
  const sensible =
    value !== undefined && value.numerator > 0n && compare(value, fraction(LIMIT)) <= 0;
  return sensible ? value : fraction(otherwise);
}
