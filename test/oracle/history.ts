import type { ClubData, Match, Player, Team } from './club-data.ts';
import { type Rules, rulesOf } from './rules.ts';

export type Result = 'win' | 'draw' | 'loss';

/** A player in a match, and all that follows from the match's score and the player's team. */
export interface Appearance {
  readonly player: Player;
  readonly match: Match;
  readonly team: Team;
  readonly goals: number;
  readonly scored: number;
  readonly conceded: number;
  readonly result: Result;
  readonly heavy: boolean;
  readonly cleanSheet: boolean;
  readonly points: number;
}

/** The club as it was on the evening of a day. */
export interface History {
  readonly asOf: string;
  readonly rules: Rules;
  readonly players: readonly Player[];
  /** In canonical order: by date, those of a day as they were entered. */
  readonly matches: readonly Match[];
  /** In the order of `matches`. */
  readonly appearances: readonly Appearance[];
}

/** What the club had played by a day; what is dated later has not happened yet. */
export function historyUntil(club: ClubData, asOf: string): History {
  const matches = club.matches
    .filter(({ date }) => date <= asOf)
    .toSorted((a, b) => (a.date === b.date ? a.id - b.id : a.date < b.date ? -1 : 1));
  return historyOf(club.players, rulesOf(club.config), asOf, matches);
}

/** The same club before its latest match. */
export function beforeLatest({ players, rules, asOf, matches }: History): History {
  return historyOf(players, rules, asOf, matches.slice(0, -1));
}

/** The same club, looking only at the matches of a period, both days included. */
export function during(
  { players, rules, asOf, matches }: History,
  { start, end }: { readonly start: string; readonly end: string },
): History {
  const played = matches.filter(({ date }) => date >= start && date <= end);
  return historyOf(players, rules, asOf, played);
}

export function appearancesOf({ appearances }: History, { id }: Player): readonly Appearance[] {
  return appearances.filter(({ player }) => player.id === id);
}

/** Who has a place in the tables: everyone but guests, also those who have retired. */
export function regulars({ players }: History): readonly Player[] {
  return players.filter(({ ringer }) => !ringer);
}

export function didPlay(match: Match, player: Player): boolean {
  return match.lineUp.some(({ playerId }) => playerId === player.id);
}

function historyOf(
  players: readonly Player[],
  rules: Rules,
  asOf: string,
  matches: readonly Match[],
): History {
  const byId = new Map(players.map((player) => [player.id, player]));
  const appearances = matches.flatMap((match) =>
    match.lineUp.map(({ playerId, team, goals }) => {
      const player = byId.get(playerId);
      if (!player) throw new Error(`match ${match.id} has an unknown player ${playerId}`);
      return { player, match, team, goals, ...outcome(match, team, rules) };
    }),
  );
  return { asOf, rules, players, matches, appearances };
}

const HEAVY_DIFFERENCE = 4;

function outcome(match: Match, team: Team, rules: Rules) {
  const scored = match.score[team];
  const conceded = match.score[team === 'A' ? 'B' : 'A'];
  const result: Result = scored > conceded ? 'win' : scored < conceded ? 'loss' : 'draw';
  const heavy = Math.abs(scored - conceded) >= HEAVY_DIFFERENCE;
  const cleanSheet = conceded === 0;
  return {
    scored,
    conceded,
    result,
    heavy,
    cleanSheet,
    points: worth(result, heavy, cleanSheet, rules),
  };
}

function worth(result: Result, heavy: boolean, cleanSheet: boolean, { points }: Rules): number {
  if (result === 'loss') return heavy ? points.heavyLoss : points.loss;
  if (result === 'draw') return cleanSheet ? points.cleanSheetDraw : points.draw;
  if (heavy && cleanSheet) return points.heavyCleanSheetWin;
  if (heavy) return points.heavyWin;
  return cleanSheet ? points.cleanSheetWin : points.win;
}
