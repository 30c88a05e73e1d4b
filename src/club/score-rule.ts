import type { Team } from './plan.ts';
import type { Result } from './result.ts';

/** One team of a result: what its score says, and what it is made of. */
export interface ScoredSide {
  readonly players: number;
  readonly score: number;
  /** Of its own players. */
  readonly goals: number;
  /** By the opponents. */
  readonly ownGoals: number;
}

export function sideOf(
  team: Team,
  { score, ownGoals, appearances }: Pick<Result, 'score' | 'ownGoals' | 'appearances'>,
): ScoredSide {
  const players = appearances.filter((player) => player.team === team);
  return {
    players: players.length,
    score: score[team],
    goals: players.reduce((sum, { goals }) => sum + goals, 0),
    ownGoals: ownGoals[team],
  };
}

/**
 * The rule of every result: a team's score is its players' goals plus the own goals it was given.
 * What is wrong with this one; null when it adds up.
 */
export function scoreProblem({ players, score, goals, ownGoals }: ScoredSide): string | null {
  if (players === 0) return 'This team has no players.';
  const missing = score - goals - ownGoals;
  if (missing === 0) return null;
  return missing > 0
    ? `${counted(missing)} of ${score} still ${missing === 1 ? 'needs' : 'need'} a scorer.`
    : `${counted(-missing)} too many: the score is ${score}, but scorers and own goals add up to ${goals + ownGoals}.`;
}

const counted = (goals: number) => (goals === 1 ? '1 goal' : `${goals} goals`);
