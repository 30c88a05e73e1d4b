/** What a setting may be. Numbers have a least and a most; the rest follows from the kind. */
type Kind =
  | { kind: 'whole' | 'number'; min: number; max: number }
  | { kind: 'switch' }
  | { kind: 'timezone' };

/** One of the club's rules, as admins change them. */
export type Setting = Kind & {
  /** `app_config.config_key`. */
  key: string;
  label: string;
  /** What it does, in a sentence for the secretary. */
  meaning: string;
  /** Written behind the value. */
  unit?: string;
  /** Its value while nobody has set it; or what it follows from, with how much is added. */
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

/** Every rule of the club that can be set. What is not set has its default. */
export const SETTING_GROUPS = [
  {
    title: 'Points',
    about:
      'What a player gets for a match, by how it ended. Each is the whole of it, not a bonus. A win or ' +
      'loss by four goals or more is a heavy one; a clean sheet is a match without a goal against.',
    settings: [
      {
        key: 'fantasy_win_points',
        label: 'Win',
        meaning: 'A plain win.',
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
        meaning: 'A plain loss.',
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
        meaning: 'A win without a goal against.',
        default: { from: 'fantasy_win_points', plus: 10 },
        ...POINTS,
      },
      {
        key: 'fantasy_heavy_clean_sheet_win_points',
        label: 'Heavy win to nil',
        meaning: 'A win by four goals or more, without one against.',
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
    about: 'Who gets a place, and how many do.',
    settings: [
      {
        key: 'games_required_for_hof',
        label: 'Games for the leaderboard',
        meaning:
          'A player with fewer is in neither the all-time leaderboard nor the best win rate.',
        default: '50',
        ...GAMES,
      },
      {
        key: 'hall_of_fame_limit',
        label: 'Places in the hall of fame',
        meaning: 'How many are named in each of its lists; players who are level share a place.',
        default: '3',
        ...COUNT,
        unit: 'places',
      },
      {
        key: 'min_games_for_honours',
        label: 'Games for honours',
        meaning: 'A player with fewer in a season cannot win it.',
        default: '10',
        ...GAMES,
      },
      {
        key: 'min_streak_length',
        label: 'Shortest attendance record',
        meaning: 'Fewer matches in a row are no record.',
        default: '3',
        ...STREAK,
      },
      {
        key: 'match_duration_minutes',
        label: 'Length of a match',
        meaning: 'Minutes per goal are counted with it.',
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
    about: 'What is worth telling after a match.',
    settings: [
      {
        key: 'game_milestone_threshold',
        label: 'Milestone games',
        meaning: 'Every so many games of a player are told.',
        default: '50',
        ...COUNT,
        unit: 'games',
      },
      {
        key: 'goal_milestone_threshold',
        label: 'Milestone goals',
        meaning: 'Every so many goals of a player are told.',
        default: '25',
        ...COUNT,
        unit: 'goals',
      },
      {
        key: 'win_streak_threshold',
        label: 'Winning streak',
        meaning: 'Wins in a row from which a streak is told.',
        default: '4',
        ...STREAK,
      },
      {
        key: 'unbeaten_streak_threshold',
        label: 'Unbeaten streak',
        meaning: 'Matches without a loss from which it is told.',
        default: '6',
        ...STREAK,
      },
      {
        key: 'loss_streak_threshold',
        label: 'Losing streak',
        meaning: 'Losses in a row from which a streak is told.',
        default: '4',
        ...STREAK,
      },
      {
        key: 'winless_streak_threshold',
        label: 'Winless streak',
        meaning: 'Matches without a win from which it is told.',
        default: '6',
        ...STREAK,
      },
      {
        key: 'goal_streak_threshold',
        label: 'Scoring streak',
        meaning: 'Matches with a goal in a row from which it is told.',
        default: '3',
        ...STREAK,
      },
      {
        key: 'on_fire_grim_reaper_window_days',
        label: 'On fire: days looked at',
        meaning: 'Who is on fire, and who the grim reaper, is decided by so many last days.',
        default: '45',
        ...COUNT,
        unit: 'days',
      },
      {
        key: 'on_fire_grim_reaper_min_games',
        label: 'On fire: games needed',
        meaning: 'A player with fewer in these days is neither.',
        default: '4',
        ...COUNT,
        unit: 'games',
      },
      {
        key: 'show_on_fire',
        label: 'Show who is on fire',
        meaning: 'The report names the player in the best form.',
        default: 'true',
        kind: 'switch',
      },
      {
        key: 'show_grim_reaper',
        label: 'Show the grim reaper',
        meaning: 'The report names the player in the worst form.',
        default: 'true',
        kind: 'switch',
      },
    ],
  },
  {
    title: 'Ratings and teams',
    about: 'How strength is rated, and what even teams are made by.',
    settings: [
      {
        key: 'performance_half_life_days',
        label: 'How fast old matches fade',
        meaning: 'A match so many days ago counts half of one today.',
        default: '730',
        kind: 'number',
        min: 1,
        max: 10_000,
        unit: 'days',
      },
      {
        key: 'performance_qualification_threshold',
        label: 'Games for a rating',
        meaning: 'A player with fewer, old ones faded, counts as average.',
        default: '5',
        kind: 'number',
        min: 0.1,
        max: 10_000,
        unit: 'games',
      },
      {
        key: 'performance_power_weight',
        label: 'Weight of power',
        meaning: 'How much the power rating matters when teams are made even.',
        default: '1',
        kind: 'number',
        min: 0,
        max: 10_000,
      },
      {
        key: 'performance_goal_weight',
        label: 'Weight of goals',
        meaning: 'How much goal threat matters when teams are made even.',
        default: '1',
        kind: 'number',
        min: 0,
        max: 10_000,
      },
    ],
  },
  {
    title: 'The club',
    about: 'Where the club is at home.',
    settings: [
      {
        key: 'club_timezone',
        label: 'Time zone',
        meaning: 'Decides what day it is, and with it the season.',
        default: 'Europe/London',
        kind: 'timezone',
      },
    ],
  },
] as const satisfies readonly SettingGroup[];

export const SETTINGS: readonly Setting[] = SETTING_GROUPS.flatMap(({ settings }) => [...settings]);

/** What admins have set; a key that is absent has its default. */
export type GivenSettings = Readonly<Record<string, string>>;

/** The value that a setting has while it is not set itself. */
export function defaultOf(setting: Setting, given: GivenSettings): string {
  if (typeof setting.default === 'string') return setting.default;
  const { from, plus } = setting.default;
  const base = SETTINGS.find(({ key }) => key === from);
  return String(Number(base ? settingValue(base, given) : 0) + plus);
}

/** The value that a setting has: as it is set, if that makes sense, else its default. */
export function settingValue(setting: Setting, given: GivenSettings): string {
  const text = given[setting.key];
  return text !== undefined && problemWith(setting, text) === null
    ? text.trim()
    : defaultOf(setting, given);
}

/** Why a text cannot be the value of a setting, in words; null when it can. */
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
