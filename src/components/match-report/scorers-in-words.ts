import type { MatchReport } from '@/stats/match-report.ts';

/** Who scored for a team, most goals first: `Al ×2, Ben, own goal`. `No goals` when nobody did. */
export function scorersInWords(
  report: Pick<MatchReport, 'sheet' | 'teamA' | 'teamB'>,
  team: 'teamA' | 'teamB',
): string {
  const sheet = report.sheet?.[team];
  if (!sheet) return report[team].scorers || 'No goals';

  const times = (name: string, goals: number) => (goals > 1 ? `${name} ×${goals}` : name);
  const scorers = sheet.players
    .filter(({ goals }) => goals > 0)
    .toSorted((one, other) => other.goals - one.goals)
    .map(({ name, goals }) => times(name, goals));
  if (sheet.ownGoals > 0) scorers.push(times('own goal', sheet.ownGoals));
  return scorers.join(', ') || 'No goals';
}
