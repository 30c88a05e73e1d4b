import { z } from 'zod';

const days = z
  .string()
  .transform((text) => text.split(' to '))
  .pipe(z.tuple([z.iso.date(), z.iso.date()]))
  .transform(([from, to]) => ({ from, to }))
  .nullable();

const year = z
  .object({
    year: z.number().int(),
    games_played: z.number().int(),
    goals_scored: z.number().int(),
    fantasy_points: z.number().int(),
    minutes_per_goal: z.number().nullable(),
    points_per_game: z.number(),
  })
  .transform((row) => ({
    year: row.year,
    games: row.games_played,
    goals: row.goals_scored,
    points: row.fantasy_points,
    /** Null without a goal. */
    minutesPerGoal: row.minutes_per_goal,
    pointsPerGame: row.points_per_game,
  }));
export type ProfileYear = z.infer<typeof year>;

const teamMate = z
  .object({
    player_id: z.number().int(),
    name: z.string(),
    games_played_with: z.number().int(),
    average_fantasy_points_with: z.number(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    games: row.games_played_with,
    /** The player's own points per game on one team with this team-mate. */
    pointsPerGame: row.average_fantasy_points_with,
  }));
export type TeamMate = z.infer<typeof teamMate>;

/** The kinds of streak a profile tells, the proud ones first. */
export const STREAK_KINDS = [
  'win',
  'undefeated',
  'scoring',
  'attendance',
  'losing',
  'winless',
] as const;
export type StreakKind = (typeof STREAK_KINDS)[number];

/** A player's longest streak of a kind; `days` are its first and last, null while there is none. */
export interface LongestStreak {
  kind: StreakKind;
  games: number;
  days: { from: string; to: string } | null;
}

/** A row of `aggregated_player_profile_stats`, as the pages speak of it. */
export const profileRow = z
  .object({
    player_id: z.number().int(),
    games_played: z.number().int(),
    fantasy_points: z.number().int(),
    most_game_goals: z.number().int().nullable(),
    most_game_goals_date: z.iso.date().nullable(),
    most_season_goals: z.number().int().nullable(),
    most_season_goals_year: z.number().int().nullable(),
    win_streak: z.number().int(),
    win_streak_dates: days,
    losing_streak: z.number().int(),
    losing_streak_dates: days,
    undefeated_streak: z.number().int(),
    undefeated_streak_dates: days,
    winless_streak: z.number().int(),
    winless_streak_dates: days,
    scoring_streak: z.number().int(),
    scoring_streak_dates: days,
    attendance_streak: z.number().int(),
    attendance_streak_dates: days,
    // Copied from `players.selected_club`, which may have any shape.
    selected_club: z
      .object({ name: z.string().min(1) })
      .nullable()
      .catch(null),
    yearly_stats: z.array(year),
    teammate_chemistry_all: z.array(teamMate),
  })
  .transform((row) => ({
    playerId: row.player_id,
    games: row.games_played,
    points: row.fantasy_points,
    mostGoalsInGame:
      row.most_game_goals === null || row.most_game_goals_date === null
        ? null
        : { goals: row.most_game_goals, date: row.most_game_goals_date },
    mostGoalsInSeason:
      row.most_season_goals === null || row.most_season_goals_year === null
        ? null
        : { goals: row.most_season_goals, year: row.most_season_goals_year },
    streaks: STREAK_KINDS.map(
      (kind): LongestStreak => ({
        kind,
        games: row[`${kind}_streak`],
        days: row[`${kind}_streak_dates`],
      }),
    ),
    /** The club the player supports, if it has a name. */
    supports: row.selected_club?.name ?? null,
    /** Newest first. */
    years: row.yearly_stats,
    /** Active regulars with ten or more games on the same team, best first. */
    teamMates: row.teammate_chemistry_all,
  }));
export type ProfileRow = z.infer<typeof profileRow>;
