import type { Player, Row } from './club-data.ts';
import { appearancesOf, during, type History, regulars } from './history.ts';
import { byName, places } from './order.ts';
import { seasonOf, yearOf, yearsOf } from './periods.ts';
import { type Totals, totalsOf } from './totals.ts';

interface Campaign {
  readonly player: Player;
  readonly totals: Totals;
}

/** `aggregated_season_honours`: every finished season in which somebody played often enough. */
export function seasonHonours(history: History): Row[] {
  return yearsOf(history.matches)
    .filter((year) => year < yearOf(history.asOf))
    .map((year) => ({ year, campaigns: campaignsOf(history, year) }))
    .filter(({ campaigns }) => campaigns.length > 0)
    .map(({ year, campaigns }) => ({
      year,
      season_winners: podium(campaigns, 'points'),
      top_scorers: podium(
        campaigns.filter(({ totals }) => totals.goals > 0),
        'goals',
      ),
    }));
}

function campaignsOf(history: History, year: number): Campaign[] {
  const season = during(history, seasonOf(`${year}-01-01`));
  return regulars(history)
    .map((player) => ({ player, totals: totalsOf(appearancesOf(season, player)) }))
    .filter(({ totals }) => totals.games > 0 && totals.games >= history.rules.honoursGames);
}

function podium(campaigns: readonly Campaign[], measure: 'points' | 'goals') {
  const place = places(campaigns, ({ totals }) => totals[measure]);
  const at = (wanted: number) =>
    campaigns
      .filter((campaign) => place.get(campaign) === wanted)
      .toSorted(byName(({ player }) => player))
      .map(({ player: { id, name }, totals }) => ({
        player_id: id,
        name,
        [measure]: totals[measure],
      }));
  return { winners: at(1), runners_up: at(2), third_place: at(3) };
}
