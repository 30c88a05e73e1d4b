/** The name of a player, who may have been added since the list was read. */
export const nameIn = (names: ReadonlyMap<number, string>, playerId: number) =>
  names.get(playerId) ?? `Player ${playerId}`;
