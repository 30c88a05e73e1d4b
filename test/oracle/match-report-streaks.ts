import type { Player } from './club-data.ts';
import type { History } from './history.ts';
import { by, byName, descending } from './order.ts';
import { currentStreak, type StreakType } from './streaks.ts';

/** One running streak of results for each player: the first kind that is long enough. */
export function resultStreaks(history: History, players: readonly Player[]) {
  const { rules } = history;
  const kinds: readonly { type: StreakType; shownAs: string; least: number }[] = [
    { type: 'win', shownAs: 'win', least: rules.winStreak },
    { type: 'undefeated', shownAs: 'unbeaten', least: rules.unbeatenStreak },
    { type: 'loss', shownAs: 'loss', least: rules.lossStreak },
    { type: 'winless', shownAs: 'winless', least: rules.winlessStreak },
  ];
  return players
    .flatMap((player) =>
      kinds
        .map(({ type, shownAs, least }) => ({
          player,
          shownAs,
          least,
          length: currentStreak(history, player, type)?.length ?? 0,
        }))
        .filter(({ length, least }) => length > 0 && length >= least)
        .slice(0, 1),
    )
    .toSorted(
      by(
        descending(({ length }) => length),
        byName(({ player }) => player),
      ),
    )
    .map(({ player, shownAs, length }) => ({
      player_id: player.id,
      name: player.name,
      streak_type: shownAs,
      streak_count: length,
    }));
}

/** The running scoring streaks that are long enough. */
export function goalStreaks(history: History, players: readonly Player[]) {
  return players
    .flatMap((player) => {
      const streak = currentStreak(history, player, 'scoring');
      return streak ? [{ player, ...streak }] : [];
    })
    .filter(({ length }) => length >= history.rules.goalStreak)
    .toSorted(
      by(
        descending(({ length }) => length),
        descending(({ goals }) => goals),
        byName(({ player }) => player),
      ),
    )
    .map(({ player, length, goals }) => ({
      player_id: player.id,
      name: player.name,
      matches_with_goals: length,
      goals_in_streak: goals,
    }));
}
