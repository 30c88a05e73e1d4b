import { minutesPerGoal } from './all-time-stats.ts';
import type { Player, Row } from './club-data.ts';
import { fraction, round } from './fraction.ts';
import { type Appearance, appearancesOf, type History, regulars } from './history.ts';
import { by, byName, descending } from './order.ts';
import { yearOf, yearsOf } from './periods.ts';
import { longestStreak, type StreakType } from './streaks.ts';
import { totalsOf } from './totals.ts';

/** `aggregated_player_profile_stats`: every regular, whether they ever played or not. */
export function playerProfiles(history: History): Row[] {
  return regulars(history).map((player) => {
    const appearances = appearancesOf(history, player);
    const { games, points } = totalsOf(appearances);
    const years = yearly(appearances);
    const game = latestBest(appearances, ({ goals }) => goals);
    const season = latestBest(years, ({ totals }) => totals.goals);
    return {
      player_id: player.id,
      name: player.name,
      games_played: games,
      fantasy_points: points,
      most_game_goals: game?.goals ?? null,
      most_game_goals_date: game?.match.date ?? null,
      most_season_goals: season?.totals.goals ?? null,
      most_season_goals_year: season?.year ?? null,
      ...streakColumns(history, player, 'win_streak', 'win'),
      ...streakColumns(history, player, 'losing_streak', 'loss'),
      ...streakColumns(history, player, 'undefeated_streak', 'undefeated'),
      ...streakColumns(history, player, 'winless_streak', 'winless'),
      ...streakColumns(history, player, 'scoring_streak', 'scoring'),
      ...streakColumns(history, player, 'attendance_streak', 'attendance'),
      selected_club: player.selectedClub,
      yearly_stats: years.toReversed().map(({ year, totals }) => ({
        year,
        games_played: totals.games,
        goals_scored: totals.goals,
        fantasy_points: totals.points,
        minutes_per_goal: minutesPerGoal(totals, history.rules),
        points_per_game: round(fraction(totals.points, totals.games), 1),
      })),
      teammate_chemistry_all: chemistry(history, player, appearances),
    };
  });
}

function yearly(appearances: readonly Appearance[]) {
  return yearsOf(appearances.map(({ match }) => match)).map((year) => ({
    year,
    totals: totalsOf(appearances.filter(({ match }) => yearOf(match.date) === year)),
  }));
}

/** The item with the highest value above zero, the last of several. */
function latestBest<T>(items: readonly T[], value: (item: T) => number): T | undefined {
  const most = Math.max(...items.map(value));
  return most > 0 ? items.findLast((item) => value(item) === most) : undefined;
}

function streakColumns(history: History, player: Player, column: string, type: StreakType): Row {
  const streak = longestStreak(history, player, type);
  return {
    [column]: streak?.length ?? 0,
    [`${column}_dates`]: streak ? `${streak.startDate} to ${streak.endDate}` : null,
  };
}

/** Together fewer times than this, two players know too little of each other. */
const LEAST_TOGETHER = 10;

/** What a player's matches were worth with each team-mate who still plays, best first. */
function chemistry(history: History, player: Player, appearances: readonly Appearance[]) {
  return history.players
    .filter((mate) => mate.id !== player.id && !mate.ringer && !mate.retired)
    .map((mate) => {
      const together = appearances.filter(({ match, team }) =>
        match.lineUp.some((other) => other.playerId === mate.id && other.team === team),
      );
      return { mate, together };
    })
    .filter(({ together }) => together.length >= LEAST_TOGETHER)
    .map(({ mate, together }) => ({
      mate,
      games: together.length,
      average: round(fraction(totalsOf(together).points, together.length), 2),
    }))
    .toSorted(
      by(
        descending(({ average }) => average),
        byName(({ mate }) => mate),
      ),
    )
    .map(({ mate, games, average }) => ({
      player_id: mate.id,
      name: mate.name,
      games_played_with: games,
      average_fantasy_points_with: average,
    }));
}
