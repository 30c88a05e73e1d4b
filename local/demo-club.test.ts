import { expect, test } from 'vitest';
import type { Appearance, ClubMatch, ClubPlayer } from './club/club.ts';
import { demoClub } from './demo-club.ts';

const { players, matches } = demoClub('2026-11-23');
const records = players.map((player) => recordOf(player));
const inTheTables = records.filter(({ player }) => !player.isRinger);
const often = inTheTables.filter(({ played }) => played >= 30);

test('the demo club has 28 regulars, and played 150 Thursdays up to this week', () => {
  expect(players.filter((player) => !player.isRinger && !player.isRetired)).toHaveLength(28);
  expect(matches).toHaveLength(150);
  expect(matches.at(-1)?.matchDate).toBe('2026-11-19');
  expect(matches.map(({ matchDate }) => new Date(matchDate).getUTCDay())).toEqual(
    Array(150).fill(4),
  );
});

test('on any other day it has the same history, up to that week', () => {
  const christmas = demoClub('2027-12-30');

  expect(christmas.matches.at(-1)?.matchDate).toBe('2027-12-16');
  expect(christmas.matches.map(scoreOf)).toEqual(matches.map(scoreOf));
});

test('everyone has played; some ringers came once, and the keenest is nearly always there', () => {
  const ringers = records.filter(({ player }) => player.isRinger);

  expect(Math.min(...records.map(({ played }) => played))).toBe(1);
  expect(ringers.filter(({ played }) => played === 1)).not.toEqual([]);
  expect(Math.max(...ringers.map(({ played }) => played))).toBeLessThan(25);
  expectWithin(100, 140, Math.max(...records.map(({ played }) => played)));
});

test('fives, sixes, sevens and eights are all common', () => {
  for (const perSide of [5, 6, 7, 8]) {
    const ofThatSize = matches.filter(({ appearances }) => appearances.length === 2 * perSide);
    expectWithin(20, 60, ofThatSize.length);
  }
});

test('it has draws, heavy wins, clean sheets and own goals, and one match without a goal', () => {
  const differences = matches.map((match) => Math.abs(match.teamAScore - match.teamBScore));
  const goalless = matches.filter((match) => match.teamAScore + match.teamBScore === 0);
  const toNil = matches.filter((match) => match.teamAScore * match.teamBScore === 0);
  const ownGoals = matches.map((match) => match.teamAOwnGoals + match.teamBOwnGoals);

  expectWithin(15, 30, differences.filter((difference) => difference === 0).length);
  expectWithin(15, 30, differences.filter((difference) => difference >= 4).length);
  expect(goalless).toHaveLength(1);
  expectWithin(5, 15, toNil.length);
  expectWithin(15, 35, sum(ownGoals));
});

test('nobody wins or loses too often, and the top scorer is good but human', () => {
  const goalsPerMatch = often.map(({ goals, played }) => goals / played);

  for (const { wins, played } of often) expectWithin(0.3, 0.65, wins / played);
  expectWithin(1.2, 2, Math.max(...goalsPerMatch));
  expectWithin(0.1, 0.5, Math.min(...goalsPerMatch));
});

test('there are streaks worth a headline', () => {
  const longest = (holds: (appearance: Outcome) => boolean) =>
    Math.max(...inTheTables.map(({ outcomes }) => longestRun(outcomes.map(holds))));

  expectWithin(
    6,
    12,
    longest(({ lead }) => lead > 0),
  );
  expectWithin(
    6,
    12,
    longest(({ lead }) => lead < 0),
  );
  expectWithin(
    9,
    20,
    longest(({ lead }) => lead >= 0),
  );
  expectWithin(
    9,
    25,
    longest(({ goals }) => goals > 0),
  );
  expectWithin(15, 60, Math.max(...inTheTables.map(({ present }) => longestRun(present))));
});

interface Outcome {
  readonly goals: number;
  /** The own team's score less the other's. */
  readonly lead: number;
}

function recordOf(player: ClubPlayer) {
  const appearances = matches.map((match) =>
    match.appearances.find(({ playerId }) => playerId === player.playerId),
  );
  const outcomes = matches.flatMap((match, index) => outcomeOf(match, appearances[index]));
  return {
    player,
    outcomes,
    present: appearances.map((appearance) => appearance !== undefined),
    played: outcomes.length,
    wins: outcomes.filter(({ lead }) => lead > 0).length,
    goals: sum(outcomes.map(({ goals }) => goals)),
  };
}

function outcomeOf(match: ClubMatch, appearance: Appearance | undefined): Outcome[] {
  if (!appearance) return [];
  const leadOfA = match.teamAScore - match.teamBScore;
  return [{ goals: appearance.goals, lead: appearance.team === 'A' ? leadOfA : -leadOfA }];
}

function longestRun(holds: readonly boolean[]): number {
  let run = 0;
  return Math.max(0, ...holds.map((held) => (run = held ? run + 1 : 0)));
}

function scoreOf({ teamAScore, teamBScore }: ClubMatch): string {
  return `${teamAScore}–${teamBScore}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function expectWithin(least: number, most: number, value: number): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}
