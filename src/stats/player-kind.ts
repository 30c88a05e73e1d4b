/** What somebody is to the club: ringers are guests, in no table, retired or not. */
export type PlayerKind = 'regular' | 'retired' | 'ringer';

export function kindOf(player: { isRinger: boolean; isRetired: boolean }): PlayerKind {
  if (player.isRinger) return 'ringer';
  return player.isRetired ? 'retired' : 'regular';
}
