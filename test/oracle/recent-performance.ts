import type { Row } from './club-data.ts';
import { appearancesOf, type History, regulars } from './history.ts';
import { totalsOf } from './totals.ts';

/** `aggregated_recent_performance`: every regular's last five appearances, newest first. */
export function recentPerformance(history: History): Row[] {
  return regulars(history).map((player) => {
    const lastFive = appearancesOf(history, player).slice(-5).toReversed();
    return {
      player_id: player.id,
      name: player.name,
      last_5_games: lastFive.map((own) => ({
        match_id: own.match.id,
        date: own.match.date,
        goals: own.goals,
        result: own.result,
        score: `${own.scored}-${own.conceded}`,
        heavy_win: own.heavy && own.result === 'win',
        heavy_loss: own.heavy && own.result === 'loss',
        clean_sheet: own.cleanSheet,
      })),
      last_5_goals: totalsOf(lastFive).goals,
    };
  });
}
