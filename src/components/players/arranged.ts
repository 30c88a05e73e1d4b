import type { DirectoryPlayer } from '@/stats/player-directory.ts';

/** What the directory can be ordered by. */
export type DirectoryOrder = 'name' | 'games' | 'goals' | 'points' | 'rating';

/**
 * The players whose name has every word of `search` in it, in order: names from A, numbers from the
 * highest. Who lacks the number comes last, and the level stay by name.
 */
export function arranged(
  players: readonly DirectoryPlayer[],
  search: string,
  order: DirectoryOrder,
): DirectoryPlayer[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = players.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  const byName = (one: DirectoryPlayer, other: DirectoryPlayer) =>
    one.name.localeCompare(other.name, 'en');
  if (order === 'name') return found.toSorted(byName);
  return found.toSorted(
    (one, other) => compare(numberOf(one, order), numberOf(other, order)) || byName(one, other),
  );
}

function numberOf(player: DirectoryPlayer, order: Exclude<DirectoryOrder, 'name'>): number | null {
  if (order === 'rating') return player.rating;
  return player.record?.[order] ?? null;
}

function compare(one: number | null, other: number | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null ? -1 : other - one;
}

/** As people type it: no capitals, no accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
