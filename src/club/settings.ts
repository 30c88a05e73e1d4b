/** What a setting may be. Numbers have a minimum and a maximum. */
type Kind =
  | { kind: 'whole' | 'number'; min: number; max: number }
  | { kind: 'switch' }
  | { kind: 'timezone' };

/** One of the club's rules, as admins change them. */
export type Setting = Kind & {
  /** `app_config.config_key`. */
  key: string;
  label: string;
  /** What it does, in a sentence for the admin. */
  meaning: string;
  /** Written behind the value. */
  unit?: string;
  /** Its default; or the setting it follows, and how much is added to that. */
  default: string | { from: string; plus: number };
};

export interface SettingGroup {
  title: string;
  about: string;
  settings: readonly Setting[];
}

const POINTS = { kind: 'whole', min: -10_000, max: 10_000, unit: 'points' } as const;
const GAMES = { kind: 'whole', min: 0, max: 10_000, unit: 'games' } as const;
const COUNT = { kind: 'whole', min: 1, max: 10_000 } as const;
const STREAK = { ...COUNT, unit: 'in a row' } as const;

/** Every rule of the club that can be set. */
export const SETTING_GROUPS = [
  {
    title: 'Points',
    about:
      'Points a player gets for a match, by result. Each value is the total, not a bonus. A heavy win ' +
      'or loss is by four goals or more; “to nil” means without conceding.',
    settings: [
      {
        key: 'fantasy_win_points',
        label: 'Win',
        meaning: 'Any win not covered below.',
        default: '20',
        ...POINTS,
      },
      {
        key: 'fantasy_draw_points',
        label: 'Draw',
        meaning: 'A draw with goals.',
        default: '10',
        ...POINTS,
      },
      {
        key: 'fantasy_loss_points',
        label: 'Loss',
        meaning: 'Any loss not covered below.',
        default: '-10',
        ...POINTS,
      },
      {
        key: 'fantasy_heavy_win_points',
        label: 'Heavy win',
        meaning: 'A win by four goals or more.',
        default: { from: 'fantasy_win_points', plus: 10 },
        ...POINTS,
      },
      {
        key: 'fantasy_clean_sheet_win_points',
        label: 'Win to nil',
        meaning: 'A win without conceding.',
        default: { from: 'fantasy_win_points', plus: 10 },
        ...POINTS,
      },
      {
        key: 'fantasy_heavy_clean_sheet_win_points',
        label: 'Heavy win to nil',
        meaning: 'A win by four goals or more without conceding.',
        default: { from: 'fantasy_win_points', plus: 20 },
        ...POINTS,
      },
      {
        key: 'fantasy_clean_sheet_draw_points',
        label: 'Goalless draw',
        meaning: 'A draw in which nobody scored.',
        default: { from: 'fantasy_draw_points', plus: 10 },
        ...POINTS,
      },
      {
        key: 'fantasy_heavy_loss_points',
        label: 'Heavy loss',
        meaning: 'A loss by four goals or more.',
        default: { from: 'fantasy_loss_points', plus: -10 },
        ...POINTS,
      },
    ],
  },
  {
    title: 'Tables and honours',
    about: 'Who qualifies, and how many are listed.',
    settings: [
      {
        key: 'games_required_for_hof',
        label: 'Games for the leaderboard',
        meaning: 'Games needed to appear in the all-time leaderboard and the win-rate list.',
        default: '50',
        ...GAMES,
      },
      {
        key: 'hall_of_fame_limit',
        label: 'Places in the hall of fame',
        meaning: 'Places in each list. Players who are level share a place.',
        default: '3',
        ...COUNT,
        unit: 'places',
      },
      {
        key: 'min_games_for_honours',
        label: 'Games for honours',
        meaning: 'Games a player needs in a season to win its honours.',
        default: '10',
        ...GAMES,
      },
      {
        key: 'min_streak_length',
        label: 'Shortest attendance record',
        meaning: 'Matches in a row needed for an attendance record.',
        default: '3',
        ...STREAK,
      },
      {
        key: 'match_duration_minutes',
        label: 'Length of a match',
        meaning: 'Used to calculate minutes per goal.',
        default: '60',
        kind: 'number',
        min: 1,
        max: 10_000,
        unit: 'minutes',
      },
    ],
  },
  {
    title: 'Match report',
    about: 'What the report mentions after a match.',
    settings: [
      {
        key: 'game_milestone_threshold',
        label: 'Milestone games',
        meaning: 'Report a milestone every N games.',
        default: '50',
        ...COUNT,
        unit: 'games',
      },
      {
        key: 'goal_milestone_threshold',
        label: 'Milestone goals',
        meaning: 'Report a milestone every N goals.',
        default: '25',
        ...COUNT,
        unit: 'goals',
      },
      {
        key: 'win_streak_threshold',
        label: 'Winning streak',
        meaning: 'Report a streak from this many wins.',
        default: '4',
        ...STREAK,
      },
      {
        key: 'unbeaten_streak_threshold',
        label: 'Unbeaten streak',
        meaning: 'Report a streak from this many matches without a loss.',
        default: '6',
        ...STREAK,
      },
      {
        key: 'loss_streak_threshold',
        label: 'Losing streak',
        meaning: 'Report a streak from this many losses.',
        default: '4',
        ...STREAK,
      },
      {
        key: 'winless_streak_threshold',
        label: 'Winless streak',
        meaning: 'Report a streak from this many matches without a win.',
        default: '6',
        ...STREAK,
      },
      {
        key: 'goal_streak_threshold',
        label: 'Scoring streak',
        meaning: 'Report a streak from this many matches with a goal.',
        default: '3',
        ...STREAK,
      },
      {
        key: 'on_fire_grim_reaper_window_days',
        label: 'Form: days considered',
        meaning: 'How far back “on fire” and “grim reaper” look.',
        default: '45',
        ...COUNT,
        unit: 'days',
      },
      {
        key: 'on_fire_grim_reaper_min_games',
        label: 'Form: games needed',
        meaning: 'Games a player needs in that period to be either.',
        default: '4',
        ...COUNT,
        unit: 'games',
      },
      {
        key: 'show_on_fire',
        label: 'Show “on fire”',
        meaning: 'The report names the player in the best form.',
        default: 'true',
        kind: 'switch',
      },
      {
        key: 'show_grim_reaper',
        label: 'Show “grim reaper”',
        meaning: 'The report names the player in the worst form.',
        default: 'true',
        kind: 'switch',
      },
    ],
  },
  {
    title: 'Ratings and teams',
    about: 'How players are rated, and how teams are balanced.',
    settings: [
      {
        key: 'performance_half_life_days',
        label: 'How fast old matches fade',
        meaning: 'A match this old counts half as much as one today.',
        default: '730',
        kind: 'number',
        min: 1,
        max: 10_000,
        unit: 'days',
      },
      {
        key: 'performance_qualification_threshold',
        label: 'Games for a rating',
        meaning: 'Players with fewer (older games count less) are treated as average.',
        default: '5',
        kind: 'number',
        min: 0.1,
        max: 10_000,
        unit: 'games',
      },
      {
        key: 'performance_power_weight',
        label: 'Weight of power',
        meaning: 'How much the power rating matters when balancing teams.',
        default: '1',
        kind: 'number',
        min: 0,
        max: 10_000,
      },
      {
        key: 'performance_goal_weight',
        label: 'Weight of goals',
        meaning: 'How much goal threat matters when balancing teams.',
        default: '1',
        kind: 'number',
        min: 0,
        max: 10_000,
      },
    ],
  },
  {
    title: 'The club',
    about: 'Where the club plays.',
    settings: [
      {
        key: 'club_timezone',
        label: 'Time zone',
        meaning: 'Decides when a day, and with it a season, begins.',
        default: 'Europe/London',
        kind: 'timezone',
      },
    ],
  },
] as const satisfies readonly SettingGroup[];

export type SettingKey = (typeof SETTING_GROUPS)[number]['settings'][number]['key'];

export const SETTINGS: readonly Setting[] = SETTING_GROUPS.flatMap(({ settings }) => [...settings]);

/** What admins have set; a key that is absent has its default. */
export type GivenSettings = Readonly<Record<string, string>>;

/** The value of a setting that is not set itself. */
export function defaultOf(setting: Setting, given: GivenSettings): string {
  if (typeof setting.default === 'string') return setting.default;
  const { from, plus } = setting.default;
  const base = SETTINGS.find(({ key }) => key === from);
  return String(Number(base ? valueInEffect(base, given) : 0) + plus);
}

/** The value in effect: as set, if that is valid, else the default. */
export function settingValue(key: SettingKey, given: GivenSettings): string {
  const setting = SETTINGS.find((one) => one.key === key);
  if (!setting) throw new Error(`There is no setting ${key}`);
  return valueInEffect(setting, given);
}

function valueInEffect(setting: Setting, given: GivenSettings): string {
  const text = given[setting.key];
  return text !== undefined && problemWith(setting, text) === null
    ? text.trim()
    : defaultOf(setting, given);
}

/** Why a text cannot be the value of a setting; null when it can. */
export function problemWith(setting: Setting, text: string): string | null {
  const value = text.trim();
  switch (setting.kind) {
    case 'switch':
      return value === 'true' || value === 'false' ? null : 'Choose on or off.';
    case 'timezone':
      return isTimeZone(value) ? null : 'Choose a time zone, such as Europe/London.';
    default: {
      const { kind, min, max } = setting;
      const shape = kind === 'whole' ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/;
      const isInRange = shape.test(value) && Number(value) >= min && Number(value) <= max;
      const noun = kind === 'whole' ? 'a whole number' : 'a number';
      return isInRange ? null : `Enter ${noun} from ${min} to ${max}.`;
    }
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
