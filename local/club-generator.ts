import { matchDates } from './club/calendar.ts';
import type { Appearance, Club, ClubMatch, ClubPlayer } from './club/club.ts';
import { drawSides, play, type Side } from './club/match.ts';
import { type Member, type MemberCounts, makeMembers } from './club/members.ts';
import { madeUpNames } from './club/names.ts';
import { Random } from './club/random.ts';
import { type SideSizes, turnOut } from './club/turnout.ts';

export interface ClubOptions {
  /** An integer: the same options make the same club. */
  readonly seed: number;
  /** `YYYY-MM-DD`, and the weekday of all of them if they are a week apart. */
  readonly lastMatchDate: string;
  readonly matches: number;
  readonly daysBetweenMatches?: number;
  readonly players: MemberCounts;
  readonly perSide: SideSizes;
}

/** How much of their form players keep from one match to the next, and how much it swings. */
const FORM_KEPT = 0.9;
const FORM_SWING = 0.22;

/**
 * Makes up a club and its history: people who join and leave, turn up or not, are in and out of
 * form, and play in sides drawn to be fair. Two regulars share a name. Only the dates depend on
 * `lastMatchDate`: on another day the same matches are played.
 * @throws {RangeError} when an option makes no sense: too few regulars for the biggest sides, say.
 */
export function generateClub(options: ClubOptions): Club {
  check(options);
  const { seed, lastMatchDate, matches, daysBetweenMatches = 7, perSide } = options;
  const random = new Random(seed);
  const dates = matchDates(lastMatchDate, matches, daysBetweenMatches, random.fork());
  const members = makeMembers(options.players, matches, 2 * perSide[1], random.fork());
  const players = makePlayers(members, dates, random.fork());

  return {
    players,
    matches: dates.map((matchDate, night) => {
      const present = turnOut(members, night, perSide, random);
      for (const member of present) swingForm(member, random);
      const [a, b] = drawSides(present, random);
      return { matchId: night + 1, matchDate, ...result(play(a, b, random)) };
    }),
  };
}

function check({ matches, daysBetweenMatches = 7, players, perSide }: ClubOptions): void {
  const [fewest, most] = perSide;
  requireWhole('matches', matches, 1);
  requireWhole('daysBetweenMatches', daysBetweenMatches, 1);
  requireWhole('perSide[0]', fewest, 1);
  requireWhole('perSide[1]', most, fewest);
  requireWhole('players.regulars', players.regulars, 2 * most);
  requireWhole('players.ringers', players.ringers, 0);
  requireWhole('players.retired', players.retired, 0);
}

function requireWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`${name} must be a whole number, ${least} or more, not ${value}`);
}

function makePlayers(
  members: readonly Member[],
  dates: readonly string[],
  random: Random,
): ClubPlayer[] {
  const names = madeUpNames(members.length, random);
  const players = members.map(({ playerId, kind, firstNight }, index) => ({
    playerId,
    name: names[index] ?? '',
    joinDate: kind === 'ringer' ? null : (dates[firstNight] ?? null),
    isRinger: kind === 'ringer',
    isRetired: kind === 'retired',
  }));
  const regulars = players.filter((_, index) => members[index]?.kind === 'regular');
  const [first, last] = [regulars.at(0), regulars.at(-1)];
  if (first && last) last.name = first.name;
  return players;
}

function swingForm(member: Member, random: Random): void {
  member.form = FORM_KEPT * member.form + random.normal(0, FORM_SWING);
}

function result({ a, b }: { a: Side; b: Side }): Omit<ClubMatch, 'matchId' | 'matchDate'> {
  return {
    teamAScore: a.score,
    teamBScore: b.score,
    teamAOwnGoals: a.ownGoals,
    teamBOwnGoals: b.ownGoals,
    appearances: [...appearances('A', a), ...appearances('B', b)],
  };
}

function appearances(team: Appearance['team'], side: Side): Appearance[] {
  return side.players.map(({ member, goals }) => ({ playerId: member.playerId, team, goals }));
}
