import type { ClubPlayer } from '@/club/player.ts';

/** What each player is called in a list, by id: namesakes are told apart by their number. */
export function namesOf(players: readonly ClubPlayer[]): ReadonlyMap<number, string> {
  const times = new Map<string, number>();
  for (const { name } of players) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    players.map(({ playerId, name }) => [
      playerId,
      times.get(name) === 1 ? name : `${name} (${playerId})`,
    ]),
  );
}

/** The name of somebody who may have been added since the list was read. */
export const nameIn = (names: ReadonlyMap<number, string>, playerId: number) =>
  names.get(playerId) ?? `Player ${playerId}`;
