import type { Teams } from '@/club/balance.ts';
import { type Plan, type PlannedPlayer, TEAMS, type Team } from '@/club/plan.ts';
import type { ClubMatch, Result } from '@/club/result.ts';
import { type ScoredSide, scoreProblem, sideOf } from '@/club/score-rule.ts';

/** All that an admin enters about a match, from its day to its last scorer. */
export interface MatchSheet {
  /** YYYY-MM-DD; empty while none is chosen. */
  matchDate: string;
  /** The pool, and in which team each of it is. */
  lineUp: readonly PlannedPlayer[];
  /** Null until it is entered: no result is 0–0 by default. */
  score: Readonly<Record<Team, number | null>>;
  ownGoals: Readonly<Record<Team, number>>;
  /** By player id; who is not in here has none. Kept for who leaves a team and comes back. */
  goals: Readonly<Record<number, number>>;
}

interface PlannedMatch extends Pick<Plan, 'matchDate'> {
  players: readonly PlannedPlayer[];
}

export function sheetOfPlan({ matchDate, players }: PlannedMatch): MatchSheet {
  return {
    matchDate,
    lineUp: players,
    score: { A: null, B: null },
    ownGoals: { A: 0, B: 0 },
    goals: {},
  };
}

export function sheetOfMatch({ matchDate, score, ownGoals, appearances }: ClubMatch): MatchSheet {
  return {
    matchDate,
    lineUp: appearances.map(({ playerId, team }) => ({ playerId, team })),
    score,
    ownGoals,
    goals: Object.fromEntries(appearances.map(({ playerId, goals }) => [playerId, goals])),
  };
}

/** The ids of both teams, each in the order of the pool. */
export function teamsOf({ lineUp }: Pick<MatchSheet, 'lineUp'>): Teams {
  const idsOf = (team: Team) =>
    lineUp.filter((player) => player.team === team).map(({ playerId }) => playerId);
  return { A: idsOf('A'), B: idsOf('B') };
}

/** The result that is entered so far. A score that is not entered counts as 0. */
function resultSoFar(sheet: MatchSheet): Result {
  const appearances = TEAMS.flatMap((team) =>
    teamsOf(sheet)[team].map((playerId) => ({
      playerId,
      team,
      goals: sheet.goals[playerId] ?? 0,
    })),
  );
  const score = { A: sheet.score.A ?? 0, B: sheet.score.B ?? 0 };
  return { matchDate: sheet.matchDate, score, ownGoals: sheet.ownGoals, appearances };
}

export const scoredSide = (team: Team, sheet: MatchSheet): ScoredSide =>
  sideOf(team, resultSoFar(sheet));

/** What is still wrong with a team's result; null when it adds up. */
export function sideProblem(team: Team, sheet: MatchSheet): string | null {
  if (sheet.score[team] === null) return 'Enter the score.';
  return scoreProblem(scoredSide(team, sheet));
}

/** The finished result; null while something does not add up. */
export function resultOf(sheet: MatchSheet): Result | null {
  if (sheet.matchDate === '' || TEAMS.some((team) => sideProblem(team, sheet))) return null;
  return resultSoFar(sheet);
}
