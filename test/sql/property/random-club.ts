import * as fc from 'fast-check';
import type { ClubData, Match, Player, Team } from '../../oracle/club-data.ts';
import { randomConfig } from './random-config.ts';

/** A club, and the day its stats are computed for. */
export interface ClubOnADay {
  readonly club: ClubData;
  readonly asOf: string;
}

/**
 * Clubs of all sorts, mostly odd: guests, retired players, shared names, several matches a day,
 * entries out of order, long breaks, the same fixture for weeks on end, days on the edge of a
 * season, matches still to come, line-ups not yet entered, rules that are nonsense.
 */
export function randomClub(): fc.Arbitrary<ClubOnADay> {
  return fc
    .record({
      asOf: fc.oneof(
        {
          arbitrary: fc.integer({ min: 0, max: 800 }).map((days) => addDays(EPOCH, days)),
          weight: 2,
        },
        {
          arbitrary: fc.constantFrom(...EDGES.map((edge) => `2026-${edge}`), '2024-02-29'),
          weight: 1,
        },
      ),
      players: fc.array(randomPlayer(), { maxLength: 12, size: 'max' }),
      fixtures: fc.array(randomFixture(), { maxLength: 16, size: 'max' }),
      config: randomConfig(),
    })
    .map(({ asOf, players, fixtures, config }) => ({
      asOf,
      club: {
        players: players.map((player, index) => ({ id: index + 1, ...player })),
        matches: fixtures
          .flatMap((fixture) => matchesOf(fixture, asOf, players.length))
          .map((match, index) => ({ id: index + 1, ...match })),
        config,
      },
    }));
}

const EPOCH = '2024-06-01';
const EDGES = ['01-01', '06-30', '07-01', '12-31'] as const;

/** Some of which the alphabet of people and that of computers put in another order. */
const NAMES = [
  'Al',
  'al',
  'Ben',
  'Eve',
  'Ève',
  'eve',
  'Zoë',
  'Zoe\u0308',
  'Øyvind',
  'de Wit',
  'O\'Neil, "Ace"',
];

function randomPlayer(): fc.Arbitrary<Omit<Player, 'id'>> {
  return fc.record({
    name: fc.constantFrom(...NAMES),
    ringer: rarely(fc.constant(true), false),
    retired: rarely(fc.constant(true), false),
    selectedClub: rarely(fc.constant({ name: 'Leeds', league: null }), null),
  });
}

/** The same line-up and score, played once or again and again. */
interface Fixture {
  readonly first: FirstDay;
  readonly everyDays: number;
  readonly times: number;
  readonly lineUp: readonly {
    readonly player: number;
    readonly team: Team;
    readonly goals: number;
  }[];
  readonly ownGoals: Readonly<Record<Team, number>>;
}

/** Days after the day of the run, or the edge of a season so many years after its year. */
type FirstDay = { readonly daysAfter: number } | { readonly year: number; readonly edge: string };

function randomFixture(): fc.Arbitrary<Fixture> {
  return fc.record({
    first: fc.oneof(
      { arbitrary: fc.record({ daysAfter: fc.integer({ min: -60, max: 3 }) }), weight: 2 },
      fc.record({ daysAfter: fc.integer({ min: -900, max: 0 }) }),
      fc.record({ year: fc.integer({ min: -2, max: 0 }), edge: fc.constantFrom(...EDGES) }),
    ),
    everyDays: fc.constantFrom(7, 0, 1, 30),
    times: fc.oneof(
      { arbitrary: fc.constant(1), weight: 24 },
      { arbitrary: fc.integer({ min: 2, max: 12 }), weight: 8 },
      { arbitrary: fc.integer({ min: 20, max: 50 }), weight: 1 },
    ),
    lineUp: fc.uniqueArray(
      fc.record({
        player: fc.nat({ max: 11 }),
        team: fc.constantFrom('A', 'B'),
        goals: fc.oneof(fc.constant(0), fc.nat({ max: 1 }), fc.nat({ max: 2 }), fc.nat({ max: 7 })),
      }),
      { selector: ({ player }) => player, maxLength: 12, size: 'max' },
    ),
    ownGoals: fc.record({
      A: rarely(fc.nat({ max: 5 }), 0),
      B: rarely(fc.nat({ max: 5 }), 0),
    }),
  });
}

function matchesOf(fixture: Fixture, asOf: string, playerCount: number): Omit<Match, 'id'>[] {
  const lineUp = fixture.lineUp
    .filter(({ player }) => player < playerCount)
    .map(({ player, team, goals }) => ({ playerId: player + 1, team, goals }));
  const score = (team: Team) =>
    lineUp
      .filter((own) => own.team === team)
      .reduce((sum, { goals }) => sum + goals, fixture.ownGoals[team]);
  return Array.from({ length: fixture.times }, (_, round) => ({
    date: addDays(firstDay(fixture.first, asOf), round * fixture.everyDays),
    score: { A: score('A'), B: score('B') },
    ownGoals: fixture.ownGoals,
    lineUp,
  }));
}

function firstDay(first: FirstDay, asOf: string): string {
  return 'daysAfter' in first
    ? addDays(asOf, first.daysAfter)
    : `${Number(asOf.slice(0, 4)) + first.year}-${first.edge}`;
}

function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function rarely<T, U>(unusual: fc.Arbitrary<T>, usual: U): fc.Arbitrary<T | U> {
  return fc.oneof({ arbitrary: fc.constant(usual), weight: 4 }, { arbitrary: unusual, weight: 1 });
}
