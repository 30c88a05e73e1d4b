import type { Player, Row } from './club-data.ts';
import { percentage } from './fraction.ts';
import { appearancesOf, type History, regulars } from './history.ts';
import { places } from './order.ts';
import { type Totals, totalsOf } from './totals.ts';

interface Career {
  readonly player: Player;
  readonly totals: Totals;
}

/** `aggregated_hall_of_fame`: the best by category; whoever is level with the last place is in. */
export function hallOfFame(history: History): Row[] {
  const { hallOfFameGames, hallOfFameLimit } = history.rules;
  const careers = regulars(history)
    .map((player) => ({ player, totals: totalsOf(appearancesOf(history, player)) }))
    .filter(({ totals }) => totals.games > 0);
  const seasoned = careers.filter(({ totals }) => totals.games >= hallOfFameGames);

  const best = (category: string, among: readonly Career[], value: (totals: Totals) => number) => {
    const eligible = among.filter(({ totals }) => value(totals) > 0);
    const place = places(eligible, ({ totals }) => value(totals));
    return eligible
      .filter((career) => (place.get(career) ?? Infinity) <= hallOfFameLimit)
      .map(({ player: { id, name }, totals }) => ({
        category,
        player_id: id,
        name,
        value: value(totals),
      }));
  };
  return [
    ...best('most_goals', careers, ({ goals }) => goals),
    ...best('best_win_percentage', seasoned, ({ wins, games }) => percentage(wins, games)),
    ...best('most_fantasy_points', careers, ({ points }) => points),
  ];
}
