import type { Row } from './club-data.ts';
import { appearancesOf, during, type History, regulars } from './history.ts';
import { halfSeasonOf, type Period, seasonOf, yearsOf } from './periods.ts';
import { tableColumns, totalsOf } from './totals.ts';

/** `aggregated_half_season_stats`: the half-season the day is in. */
export function halfSeasonStats(history: History): Row[] {
  return tableOf(history, halfSeasonOf(history.asOf));
}

/** `aggregated_season_stats`: every year with matches. */
export function seasonStats(history: History): Row[] {
  return yearsOf(history.matches).flatMap((year) => {
    const season = seasonOf(`${year}-01-01`);
    return tableOf(history, season).map((row) => ({
      ...row,
      season_start_date: season.start,
      season_end_date: season.end,
    }));
  });
}

function tableOf(history: History, period: Period): Row[] {
  const played = during(history, period);
  return regulars(history)
    .map((player) => ({ player, totals: totalsOf(appearancesOf(played, player)) }))
    .filter(({ totals }) => totals.games > 0)
    .map(({ player: { id, name }, totals }) => ({ player_id: id, name, ...tableColumns(totals) }));
}
