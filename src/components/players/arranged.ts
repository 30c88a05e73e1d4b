import { compareNames } from '@/club/compare-names.ts';
import type { DirectoryPlayer } from '@/stats/player-directory.ts';

/** What the directory can be sorted by. */
export type DirectoryOrder = 'name' | 'games' | 'goals' | 'points' | 'rating';

/**
 * The players whose name contains every word of `search`, sorted: names from A to Z, numbers from the
 * highest. Players without the number come last, and equal ones are sorted by name.
 */
export function arranged(
  players: readonly DirectoryPlayer[],
  search: string,
  order: DirectoryOrder,
): DirectoryPlayer[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = players.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  const byName = (one: DirectoryPlayer, other: DirectoryPlayer) =>
    compareNames(one.name, other.name);
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

/** For comparison: no capitals, no accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
