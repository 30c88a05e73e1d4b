/** Gives each its place by points, in the order given (most points first). The level share a place. */
export function placed<Player extends { points: number }>(
  players: readonly Player[],
): (Player & { place: number })[] {
  return players.map((player) => ({
    ...player,
    place: 1 + players.findIndex(({ points }) => points === player.points),
  }));
}
