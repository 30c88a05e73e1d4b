import type { Match, Player } from './club-data.ts';
import { appearancesOf, didPlay, type History } from './history.ts';
import { ascending, by, byName, descending, type Order } from './order.ts';
import { daysBetween } from './periods.ts';
import { type Totals, totalsOf } from './totals.ts';

interface Form {
  readonly player: Player;
  readonly totals: Totals;
}

const BEST_FIRST: Order<Form> = by(
  descending(({ totals }) => totals.points),
  descending(({ totals }) => totals.goals),
  ascending(({ totals }) => totals.conceded),
  descending(({ totals }) => totals.cleanSheets),
  descending(({ totals }) => totals.heavyWins),
  ascending(({ totals }) => totals.heavyLosses),
);
const WORST_FIRST: Order<Form> = (a, b) => BEST_FIRST(b, a);
const BY_NAME = byName<Form>(({ player }) => player);

/** Who is on fire and who the grim reaper is, by the matches of the days up to the latest one. */
export function form(history: History, latest: Match) {
  const { formDays, formGames } = history.rules;
  const contenders = history.players
    .filter((player) => !player.ringer && (!player.retired || didPlay(latest, player)))
    .map((player) => {
      const lately = appearancesOf(history, player).filter(
        ({ match }) => daysBetween(match.date, latest.date) <= formDays,
      );
      return { player, totals: totalsOf(lately) };
    })
    .filter(({ totals }) => totals.games >= formGames);

  const onFire = contenders.toSorted(by(BEST_FIRST, BY_NAME))[0];
  const reaper = contenders
    .filter((contender) => contender !== onFire)
    .toSorted(by(WORST_FIRST, BY_NAME))[0];
  return {
    on_fire_player_id: onFire?.player.id ?? null,
    grim_reaper_player_id: reaper?.player.id ?? null,
  };
}
