import type { JsonObject, Match, Player, Row } from './club-data.ts';
import { appearancesOf, beforeLatest, didPlay, type History, regulars } from './history.ts';
import { type StreakType, streaksOf } from './streaks.ts';

/** Fewer goals than this in a match are no personal best. */
const LEAST_GOALS = 2;
/** Shorter streaks than this are no personal best. */
const LEAST_STREAK = 4;

const STREAKS = [
  ['longest_win_streak', 'win'],
  ['longest_undefeated_streak', 'undefeated'],
  ['longest_losing_streak', 'loss'],
  ['longest_winless_streak', 'winless'],
  ['attendance_streak', 'attendance'],
  ['longest_scoring_streak', 'scoring'],
] as const satisfies readonly (readonly [string, StreakType])[];

/** The row of `aggregated_personal_bests` for the latest match; none before the first. */
export function personalBests(history: History): Row[] {
  const latest = history.matches.at(-1);
  if (!latest) return [];
  const broken: Record<string, JsonObject> = {};
  for (const player of regulars(history).filter((regular) => didPlay(latest, regular))) {
    const pbs = [...goalBest(history, latest, player), ...streakBests(history, player)];
    if (pbs.length > 0) broken[player.id] = { name: player.name, pbs };
  }
  return [{ match_id: latest.id, broken_pbs_data: broken }];
}

function goalBest(history: History, latest: Match, player: Player) {
  const goals = latest.lineUp.find(({ playerId }) => playerId === player.id)?.goals ?? 0;
  const earlier = appearancesOf(beforeLatest(history), player).map((own) => own.goals);
  return best('most_goals_in_game', goals, earlier, LEAST_GOALS);
}

/** A running streak is measured against those that ended before it began. */
function streakBests(history: History, player: Player) {
  return STREAKS.flatMap(([metric, type]) => {
    const streaks = streaksOf(history, player, type);
    const current = streaks.find(({ running }) => running)?.length ?? 0;
    const ended = streaks.filter(({ running }) => !running).map(({ length }) => length);
    return best(metric, current, ended, LEAST_STREAK);
  });
}

function best(metric: string, value: number, earlier: readonly number[], least: number) {
  const previous = Math.max(0, ...earlier);
  return value >= least && value > previous
    ? [{ metric_type: metric, value, previous_best_value: previous }]
    : [];
}
