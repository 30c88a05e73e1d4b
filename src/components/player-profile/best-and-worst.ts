import type { TeamMate } from '@/stats/player-profile-row.ts';

const SHOWN = 5;

/**
 * The team-mates a player does best and worst with, five each at most and nobody in both; the
 * extremes come first. `teamMates` are best first.
 */
export function bestAndWorst(teamMates: readonly TeamMate[]): {
  best: TeamMate[];
  worst: TeamMate[];
} {
  const best = teamMates.slice(0, Math.min(SHOWN, Math.ceil(teamMates.length / 2)));
  const worst = teamMates.slice(best.length).slice(-SHOWN).reverse();
  return { best, worst };
}
