import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Club, ClubMatch } from './club/club.ts';
import { type ClubOptions, generateClub } from './club-generator.ts';

const THURSDAYS = {
  seed: 1,
  lastMatchDate: '2026-11-19',
  matches: 150,
  players: { regulars: 28, ringers: 8, retired: 6 },
  perSide: [5, 8],
} as const satisfies ClubOptions;

const anyOptions: fc.Arbitrary<ClubOptions> = fc
  .record({
    seed: fc.integer(),
    lastMatchDate: fc.constantFrom('2024-02-29', '2025-07-03', '2026-01-02', '2026-11-19'),
    matches: fc.integer({ min: 1, max: 80 }),
    daysBetweenMatches: fc.integer({ min: 1, max: 14 }),
    fewest: fc.integer({ min: 1, max: 8 }),
    wider: fc.integer({ min: 0, max: 3 }),
    spare: fc.integer({ min: 0, max: 20 }),
    ringers: fc.integer({ min: 0, max: 8 }),
    retired: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ fewest, wider, spare, ringers, retired, ...options }) => ({
    ...options,
    perSide: [fewest, fewest + wider],
    players: { regulars: 2 * (fewest + wider) + spare, ringers, retired },
  }));

const total = (match: ClubMatch) => match.teamAScore + match.teamBScore;
const difference = (match: ClubMatch) => Math.abs(match.teamAScore - match.teamBScore);

function everyClub(holds: (club: Club, options: ClubOptions) => void): void {
  fc.assert(fc.property(anyOptions, (options) => holds(generateClub(options), options)));
}

test('the same options make the same club, another seed another', () => {
  const club = generateClub(THURSDAYS);

  expect(generateClub(THURSDAYS)).toEqual(club);
  expect(generateClub({ ...THURSDAYS, seed: 2 }).matches).not.toEqual(club.matches);
});

test('a week later the same matches were played, each on another date', () => {
  const club = generateClub(THURSDAYS);
  const later = generateClub({ ...THURSDAYS, lastMatchDate: '2026-11-26' });

  expect(undated(later)).toEqual(undated(club));
  expect(later.matches.at(-1)?.matchDate).toBe('2026-11-26');
});

test('a score is the goals of the own players and the own goals of the others', () => {
  everyClub(({ matches }) => {
    for (const match of matches) {
      expect(match.teamAScore).toBe(goals(match, 'A') + match.teamAOwnGoals);
      expect(match.teamBScore).toBe(goals(match, 'B') + match.teamBOwnGoals);
    }
  });
});

test('two sides of equal, allowed size play, and nobody plays twice', () => {
  everyClub(({ matches }, { perSide: [fewest, most] }) => {
    for (const { appearances } of matches) {
      const inA = appearances.filter(({ team }) => team === 'A').length;
      expect(inA).toBe(appearances.length / 2);
      expect(inA).toBeGreaterThanOrEqual(fewest);
      expect(inA).toBeLessThanOrEqual(most);
      expect(new Set(appearances.map(({ playerId }) => playerId)).size).toBe(appearances.length);
    }
  });
});

test('matches go forward in whole steps up to the last date, never in the Christmas break', () => {
  everyClub(({ matches }, { lastMatchDate, daysBetweenMatches = 7, ...options }) => {
    expect(matches.map(({ matchId }) => matchId)).toEqual(countTo(options.matches));
    expect(matches.at(-1)?.matchDate).toBe(lastMatchDate);
    for (const [index, { matchDate }] of matches.slice(0, -1).entries()) {
      const next = matches[index + 1]?.matchDate ?? '';
      expect(daysFrom(matchDate, next)).toBeGreaterThan(0);
      expect(daysFrom(matchDate, next) % daysBetweenMatches).toBe(0);
      expect(matchDate).not.toMatch(/-12-(2[3-9]|3.)|-01-01/);
    }
  });
});

test('there are as many of each kind as asked for, and two regulars share a name', () => {
  everyClub(({ players }, { players: { regulars, ringers, retired } }) => {
    const shared = players.filter(
      ({ name }, _, all) => all.filter((p) => p.name === name).length > 1,
    );
    expect(players.map(({ playerId }) => playerId)).toEqual(countTo(regulars + ringers + retired));
    expect(players.filter((player) => player.isRinger)).toHaveLength(ringers);
    expect(players.filter((player) => player.isRetired)).toHaveLength(retired);
    expect(shared).toHaveLength(2);
    expect(shared.every((player) => !player.isRinger && !player.isRetired)).toBe(true);
  });
});

test('nobody plays before joining, and the retired have stopped', () => {
  everyClub(({ players, matches }) => {
    const played = matches.flatMap(({ matchId, matchDate, appearances }) =>
      appearances.map(({ playerId }) => ({ matchId, matchDate, player: players[playerId - 1] })),
    );
    const latest = matches.length < 20 ? undefined : matches.length;

    expect(played.filter(({ matchDate, player }) => matchDate < (player?.joinDate ?? ''))).toEqual(
      [],
    );
    expect(played.filter((p) => p.matchId === latest && p.player?.isRetired)).toEqual([]);
  });
});

test('many clubs look like football: goals, draws, heavy wins and clean sheets', () => {
  const matches = countTo(20).flatMap((seed) => generateClub({ ...THURSDAYS, seed }).matches);
  const fives = matches.filter(({ appearances }) => appearances.length === 10);
  const eights = matches.filter(({ appearances }) => appearances.length === 16);

  expectWithin(9, 13, average(fives, total));
  expectWithin(7, 9, average(eights, total));
  expectWithin(
    0.1,
    0.2,
    share(matches, (match) => difference(match) === 0),
  );
  expectWithin(
    0.1,
    0.22,
    share(matches, (match) => difference(match) >= 4),
  );
  expectWithin(
    0.0005,
    0.01,
    share(matches, (match) => total(match) === 0),
  );
  expectWithin(
    0.02,
    0.08,
    share(matches, (match) => match.teamAScore * match.teamBScore === 0),
  );
  expectWithin(
    0.1,
    0.25,
    average(matches, (match) => match.teamAOwnGoals + match.teamBOwnGoals),
  );
});

test.each([
  ['too few regulars for two sides', { players: { regulars: 15, ringers: 9, retired: 9 } }],
  ['no matches', { matches: 0 }],
  ['half a match', { matches: 1.5 }],
  ['sides whose smallest is the bigger', { perSide: [8, 5] }],
  ['a date that does not exist', { lastMatchDate: '2026-02-30' }],
] as const)('%s is refused', (_, wrong) => {
  expect(() => generateClub({ ...THURSDAYS, ...wrong })).toThrow(RangeError);
});

function undated({ players, matches }: Club) {
  return {
    players: players.map(({ joinDate, ...player }) => player),
    matches: matches.map(({ matchDate, ...match }) => match),
  };
}

function goals({ appearances }: ClubMatch, team: 'A' | 'B'): number {
  return appearances
    .filter((appearance) => appearance.team === team)
    .reduce((sum, appearance) => sum + appearance.goals, 0);
}

function average(matches: readonly ClubMatch[], value: (match: ClubMatch) => number): number {
  return matches.reduce((sum, match) => sum + value(match), 0) / matches.length;
}

function share(matches: readonly ClubMatch[], holds: (match: ClubMatch) => boolean): number {
  return average(matches, (match) => (holds(match) ? 1 : 0));
}

function expectWithin(least: number, most: number, value: number): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

function countTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

function daysFrom(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000;
}
