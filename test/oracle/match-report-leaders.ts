import { appearancesOf, beforeLatest, during, type History, regulars } from './history.ts';
import { byName } from './order.ts';
import type { Period } from './periods.ts';
import { totalsOf } from './totals.ts';

/** Who leads a period with the latest match, and who led it before; nobody leads with nothing. */
export function leaders(history: History, period: Period, measure: 'goals' | 'points') {
  const now = leadersOf(during(history, period), measure);
  const before = leadersOf(during(beforeLatest(history), period), measure);
  const ledBefore = (id: number) => before.some((old) => old.player.id === id);
  const change = (id: number) => {
    if (before.length === 0) return 'new_leader';
    if (ledBefore(id)) return 'remains';
    return now.some(({ player }) => ledBefore(player.id)) ? 'tied' : 'overtake';
  };
  return now.map(({ player, total }) => ({
    player_id: player.id,
    new_leader: player.name,
    [`new_leader_${measure}`]: total,
    previous_leader: before.length > 0 ? before.map((old) => old.player.name).join(', ') : null,
    previous_leader_ids: before.map((old) => old.player.id),
    [`previous_leader_${measure}`]: before[0]?.total ?? null,
    change_type: change(player.id),
  }));
}

function leadersOf(history: History, measure: 'goals' | 'points') {
  const standings = regulars(history)
    .map((player) => ({ player, total: totalsOf(appearancesOf(history, player))[measure] }))
    .filter(({ total }) => total > 0);
  const most = Math.max(...standings.map(({ total }) => total));
  return standings.filter(({ total }) => total === most).toSorted(byName(({ player }) => player));
}
