interface Named {
  playerId: number;
  name: string;
}

/**
 * What each player is called on the site, by id. Players who share a name are told apart by a number
 * in the order of their ids: `Nathan Thorne`, `Nathan Thorne (2)`. A number that is part of
 * somebody's own name is passed over.
 */
export function distinctNames(players: readonly Named[]): Map<number, string> {
  const byId = players.toSorted((one, other) => one.playerId - other.playerId);
  const ownNames = new Set(byId.map(({ name }) => name));
  const given = new Set<string>();
  return new Map(
    byId.map(({ playerId, name }) => {
      let distinct = name;
      for (let number = 2; given.has(distinct); number += 1) {
        const candidate = `${name} (${number})`;
        if (!ownNames.has(candidate)) distinct = candidate;
      }
      given.add(distinct);
      return [playerId, distinct];
    }),
  );
}
