import type { PlayerProfile } from '@/stats/player-profile.ts';
import { shortDate } from '../dates.ts';

/** A player in a line: `Retired · joined 7 Dec 2023 · supports Leeds`. */
export function kindInWords({
  kind,
  joinDate,
  profile,
}: Pick<PlayerProfile, 'kind' | 'joinDate' | 'profile'>): string {
  const words = {
    regular: 'Regular',
    retired: 'Retired',
    ringer: 'Ringer (guest player)',
  } as const;
  return [
    words[kind],
    joinDate && `joined ${shortDate(joinDate)}`,
    profile?.supports && `supports ${profile.supports}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
