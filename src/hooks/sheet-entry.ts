import type { Teams } from '@/club/balance.ts';
import type { Team } from '@/club/plan.ts';
import type { MatchSheet } from './match-sheet.ts';

/** One thing that an admin enters about a match. */
export type SheetEntry =
  | { type: 'dated'; matchDate: string }
  | { type: 'picked'; playerIds: readonly number[] }
  | { type: 'moved'; playerId: number; team: Team | null }
  | { type: 'arranged'; teams: Teams }
  | { type: 'scored'; playerId: number; goals: number }
  | { type: 'score-entered'; team: Team; score: number | null }
  | { type: 'own-goals-entered'; team: Team; ownGoals: number };

/** The sheet with one more thing entered. */
export function enter(sheet: MatchSheet, entry: SheetEntry): MatchSheet {
  const { lineUp } = sheet;
  switch (entry.type) {
    case 'dated':
      return { ...sheet, matchDate: entry.matchDate };
    case 'picked':
      return {
        ...sheet,
        // Who stays in the pool stays in the team.
        lineUp: entry.playerIds.map(
          (playerId) => lineUp.find((one) => one.playerId === playerId) ?? { playerId, team: null },
        ),
      };
    case 'moved':
      return {
        ...sheet,
        lineUp: lineUp.map((one) =>
          one.playerId === entry.playerId ? { ...one, team: entry.team } : one,
        ),
      };
    case 'arranged':
      return {
        ...sheet,
        lineUp: lineUp.map(({ playerId }) => ({
          playerId,
          team: entry.teams.A.includes(playerId) ? 'A' : 'B',
        })),
      };
    case 'scored':
      return { ...sheet, goals: { ...sheet.goals, [entry.playerId]: entry.goals } };
    case 'score-entered':
      return { ...sheet, score: { ...sheet.score, [entry.team]: entry.score } };
    case 'own-goals-entered':
      return { ...sheet, ownGoals: { ...sheet.ownGoals, [entry.team]: entry.ownGoals } };
  }
}
