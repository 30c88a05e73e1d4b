import type { Row } from './club-data.ts';
import { fraction, over, percentage, round, times } from './fraction.ts';
import { appearancesOf, type History, regulars } from './history.ts';
import type { Rules } from './rules.ts';
import { tableColumns, totalsOf } from './totals.ts';

/** `aggregated_all_time_stats`: every regular who ever played. */
export function allTimeStats(history: History): Row[] {
  return regulars(history)
    .map((player) => ({ player, totals: totalsOf(appearancesOf(history, player)) }))
    .filter(({ totals }) => totals.games > 0)
    .map(({ player, totals }) => ({
      player_id: player.id,
      name: player.name,
      is_retired: player.retired,
      ...tableColumns(totals),
      minutes_per_goal: minutesPerGoal(totals, history.rules),
      heavy_win_percentage: percentage(totals.heavyWins, totals.games),
      heavy_loss_percentage: percentage(totals.heavyLosses, totals.games),
      clean_sheet_percentage: percentage(totals.cleanSheets, totals.games),
    }));
}

/** Minutes played for each goal, to one decimal; null without a goal. */
export function minutesPerGoal(
  { games, goals }: { readonly games: number; readonly goals: number },
  { matchMinutes }: Rules,
): number | null {
  if (goals === 0) return null;
  return round(over(times(fraction(games), matchMinutes), fraction(goals)), 1);
}
