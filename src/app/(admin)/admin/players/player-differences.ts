import type { PlayerFacts } from '@/club/player.ts';
import { longDate } from '@/components/dates.ts';
import type { Difference } from '../conflict-notice.tsx';

/** What two admins have entered differently about one player. */
export function playerDifferences(mine: PlayerFacts, theirs: PlayerFacts): Difference[] {
  const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');
  const since = (day: string | null) => (day ? longDate(day) : 'unknown');
  return [
    { what: 'Name', mine: mine.name, theirs: theirs.name },
    { what: 'Joined', mine: since(mine.joinDate), theirs: since(theirs.joinDate) },
    { what: 'Ringer', mine: yesOrNo(mine.isRinger), theirs: yesOrNo(theirs.isRinger) },
    { what: 'Retired', mine: yesOrNo(mine.isRetired), theirs: yesOrNo(theirs.isRetired) },
  ].filter((row) => row.mine !== row.theirs);
}
