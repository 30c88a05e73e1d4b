import type { Match, Row, Team } from './club-data.ts';
import { type Appearance, didPlay, type History } from './history.ts';
import { feats } from './match-report-feats.ts';
import { form } from './match-report-form.ts';
import { leaders } from './match-report-leaders.ts';
import { goalStreaks, resultStreaks } from './match-report-streaks.ts';
import { byName, descending } from './order.ts';
import { halfSeasonOf, seasonOf } from './periods.ts';
import { totalsOf } from './totals.ts';

/** `aggregated_match_report`: the latest match; no row before the first. */
export function matchReport(history: History): Row[] {
  const latest = history.matches.at(-1);
  if (!latest) return [];
  const lineUp = history.appearances
    .filter(({ match }) => match.id === latest.id)
    .toSorted(byName(({ player }) => player));
  const forRegulars = lineUp.some(({ player }) => !player.ringer)
    ? regularsPart(history, latest, lineUp)
    : NOBODY;
  const { rules } = history;
  return [
    {
      id: true,
      match_id: latest.id,
      match_date: latest.date,
      team_a_score: latest.score.A,
      team_b_score: latest.score.B,
      team_a_players: names(lineUp, 'A'),
      team_b_players: names(lineUp, 'B'),
      team_a_scorers: scorers(latest, lineUp, 'A'),
      team_b_scorers: scorers(latest, lineUp, 'B'),
      ...form(history, latest),
      ...forRegulars,
      config_values: {
        win_streak_threshold: rules.winStreak,
        loss_streak_threshold: rules.lossStreak,
        unbeaten_streak_threshold: rules.unbeatenStreak,
        winless_streak_threshold: rules.winlessStreak,
        goal_streak_threshold: rules.goalStreak,
      },
    },
  ];
}

/** What a match of guests alone says about the regulars. */
const NOBODY = {
  game_milestones: [],
  goal_milestones: [],
  half_season_goal_leaders: [],
  half_season_fantasy_leaders: [],
  season_goal_leaders: [],
  season_fantasy_leaders: [],
  streaks: [],
  goal_streaks: [],
  feat_breaking_data: [],
} satisfies Row;

function regularsPart(history: History, latest: Match, lineUp: readonly Appearance[]): Row {
  const half = halfSeasonOf(latest.date);
  const season = seasonOf(latest.date);
  const shown = history.players.filter(
    (player) => !player.ringer && (!player.retired || didPlay(latest, player)),
  );
  return {
    ...milestones(history, lineUp),
    half_season_goal_leaders: leaders(history, half, 'goals'),
    half_season_fantasy_leaders: leaders(history, half, 'points'),
    season_goal_leaders: leaders(history, season, 'goals'),
    season_fantasy_leaders: leaders(history, season, 'points'),
    streaks: resultStreaks(history, shown),
    goal_streaks: goalStreaks(history, shown),
    feat_breaking_data: feats(history, latest),
  };
}

function names(lineUp: readonly Appearance[], team: Team): string[] {
  return lineUp.filter((own) => own.team === team).map(({ player }) => player.name);
}

/** "Al (2), Ben, OG (1)". */
function scorers(latest: Match, lineUp: readonly Appearance[], team: Team): string {
  const players = lineUp
    .filter((own) => own.team === team && own.goals > 0)
    .map(({ player, goals }) => (goals > 1 ? `${player.name} (${goals})` : player.name));
  const ownGoals = latest.ownGoals[team];
  return [...players, ...(ownGoals > 0 ? [`OG (${ownGoals})`] : [])].join(', ');
}

function milestones({ appearances, rules }: History, lineUp: readonly Appearance[]) {
  const careers = lineUp
    .filter(({ player }) => !player.ringer)
    .map(({ player, goals }) => ({
      player_id: player.id,
      name: player.name,
      scoredNow: goals,
      totals: totalsOf(appearances.filter((own) => own.player.id === player.id)),
    }));
  const reached = (total: number, step: number) => Math.floor(total / step) * step;
  const highestFirst = descending<{ readonly value: number }>(({ value }) => value);
  return {
    game_milestones: careers
      .filter(({ totals }) => totals.games % rules.gameMilestone === 0)
      .map(({ player_id, name, totals }) => ({ player_id, name, value: totals.games }))
      .toSorted(highestFirst),
    goal_milestones: careers
      .map(({ player_id, name, totals, scoredNow }) => ({
        player_id,
        name,
        value: reached(totals.goals, rules.goalMilestone),
        before: reached(totals.goals - scoredNow, rules.goalMilestone),
      }))
      .filter(({ value, before }) => value > before)
      .map(({ player_id, name, value }) => ({ player_id, name, value }))
      .toSorted(highestFirst),
  };
}
