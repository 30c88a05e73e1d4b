import { TEAMS, type Team } from '@/club/plan.ts';
import { longDate } from '@/components/dates.ts';
import { type MatchSheet, teamsOf } from '@/hooks/match-sheet.ts';
import type { Difference } from '../../conflict-notice.tsx';
import { nameIn } from '../../name-in.ts';

/** What two admins have entered differently about one match. */
export function sheetDifferences(
  mine: MatchSheet,
  theirs: MatchSheet,
  names: ReadonlyMap<number, string>,
): Difference[] {
  const row = (what: string, words: (sheet: MatchSheet) => string): Difference => ({
    what,
    mine: words(mine),
    theirs: words(theirs),
  });
  const listed = (ids: readonly number[]) =>
    ids
      .map((playerId) => nameIn(names, playerId))
      .sort((one, other) => one.localeCompare(other, 'en'))
      .join(', ') || 'nobody';
  const bench = ({ lineUp }: MatchSheet) =>
    lineUp.filter(({ team }) => team === null).map(({ playerId }) => playerId);
  const scorers = (team: Team, sheet: MatchSheet) =>
    teamsOf(sheet)
      [team].filter((playerId) => (sheet.goals[playerId] ?? 0) > 0)
      .map((playerId) => `${nameIn(names, playerId)} ${sheet.goals[playerId]}`)
      .sort((one, other) => one.localeCompare(other, 'en'))
      .concat(sheet.ownGoals[team] > 0 ? [`own goals ${sheet.ownGoals[team]}`] : [])
      .join(', ') || 'nobody';

  return [
    row('Day', ({ matchDate }) => (matchDate ? longDate(matchDate) : 'none')),
    ...TEAMS.map((team) => row(`Team ${team}`, (sheet) => listed(teamsOf(sheet)[team]))),
    row('Not in a team', (sheet) => listed(bench(sheet))),
    row('Score', ({ score }) => `${score.A ?? '–'}–${score.B ?? '–'}`),
    ...TEAMS.map((team) => row(`Goals ${team}`, (sheet) => scorers(team, sheet))),
  ].filter((difference) => difference.mine !== difference.theirs);
}
