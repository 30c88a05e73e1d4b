import type { Row } from './club-data.ts';
import { type Appearance, appearancesOf, during, type History, regulars } from './history.ts';
import { ascending, by, byName, descending } from './order.ts';
import { halfSeasonOf, type Period, seasonOf, yearOf } from './periods.ts';
import { totalsOf } from './totals.ts';

/** How many players race. */
const FIELD = 5;

/** The current year's two rows of `aggregated_season_race_data`. */
export function seasonRace(history: History): Row[] {
  const row = (periodType: string, period: Period) => ({
    season_year: yearOf(history.asOf),
    period_type: periodType,
    player_data: race(during(history, period), period),
  });
  return [
    row('whole_season', seasonOf(history.asOf)),
    row('current_half', halfSeasonOf(history.asOf)),
  ];
}

function race(history: History, period: Period) {
  return regulars(history)
    .map((player) => ({ player, appearances: appearancesOf(history, player) }))
    .map(({ player, appearances }) => ({
      player,
      appearances,
      points: totalsOf(appearances).points,
    }))
    .filter(({ points }) => points > 0)
    .toSorted(
      by(
        descending(({ points }) => points),
        byName(({ player }) => player),
      ),
    )
    .slice(0, FIELD)
    .toSorted(ascending(({ player }) => player.id))
    .map(({ player, appearances }) => ({
      player_id: player.id,
      name: player.name,
      cumulative_data: runningTotals(appearances, period),
    }));
}

/** From nothing on the first day, one point for each day played: the total that evening. */
function runningTotals(appearances: readonly Appearance[], { start }: Period) {
  const evenings = new Map<string, number>([[start, 0]]);
  let total = 0;
  for (const { match, points } of appearances) {
    total += points;
    evenings.set(match.date, total);
  }
  return [...evenings].map(([date, points]) => ({ date, points }));
}
