import { fraction, percentage, round } from './fraction.ts';
import type { Appearance } from './history.ts';

/** A player's appearances, counted. */
export interface Totals {
  readonly games: number;
  readonly wins: number;
  readonly draws: number;
  readonly losses: number;
  readonly heavyWins: number;
  readonly heavyLosses: number;
  readonly cleanSheets: number;
  readonly goals: number;
  readonly conceded: number;
  readonly points: number;
}

export function totalsOf(appearances: readonly Appearance[]): Totals {
  const count = (counts: (appearance: Appearance) => boolean) => appearances.filter(counts).length;
  const sum = (value: (appearance: Appearance) => number) =>
    appearances.reduce((total, appearance) => total + value(appearance), 0);
  return {
    games: appearances.length,
    wins: count(({ result }) => result === 'win'),
    draws: count(({ result }) => result === 'draw'),
    losses: count(({ result }) => result === 'loss'),
    heavyWins: count(({ result, heavy }) => result === 'win' && heavy),
    heavyLosses: count(({ result, heavy }) => result === 'loss' && heavy),
    cleanSheets: count(({ cleanSheet }) => cleanSheet),
    goals: sum(({ goals }) => goals),
    conceded: sum(({ conceded }) => conceded),
    points: sum(({ points }) => points),
  };
}

/** The columns that the season, half-season and all-time tables share. */
export function tableColumns(totals: Totals) {
  return {
    games_played: totals.games,
    wins: totals.wins,
    draws: totals.draws,
    losses: totals.losses,
    goals: totals.goals,
    heavy_wins: totals.heavyWins,
    heavy_losses: totals.heavyLosses,
    clean_sheets: totals.cleanSheets,
    win_percentage: percentage(totals.wins, totals.games),
    fantasy_points: totals.points,
    points_per_game: round(fraction(totals.points, totals.games), 1),
  };
}
