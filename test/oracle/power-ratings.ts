import type { Player, Row } from './club-data.ts';
import { type Fixed, fixed, fractionOf, halved, multiply, squareRoot } from './fixed-point.ts';
import { compare, type Fraction, fraction, over, plus, round, times } from './fraction.ts';
import { type Appearance, appearancesOf, didPlay, type History } from './history.ts';
import { daysBetween } from './periods.ts';

/** As many average matches everyone starts with. */
const PRIOR_MATCHES = fixed(fraction(5));

/** A player's appearances, each counting by how long ago it was. */
interface Weighted {
  readonly player: Player;
  readonly appearances: readonly Appearance[];
  readonly played: Fixed;
  /** The club's matches from the player's first on. */
  readonly available: Fixed;
  readonly points: Fixed;
  readonly goals: Fixed;
}

/** `aggregated_performance_ratings`: everyone who still plays, ringers included. */
export function powerRatings(history: History): Row[] {
  const weight = weigher(history);
  const everyone = history.players.map((player) => weighted(history, player, weight));
  const rated = everyone.filter(({ player }) => !player.retired);
  const threshold = history.rules.qualifyingGames;
  const means = leagueMeans(everyone, times(threshold, fraction(6, 10)));

  const rows = rated.map((record) => {
    const { player, appearances, played, available } = record;
    const exactRating = shrunk(record.points, means.points, played);
    const is_qualified = compare(fractionOf(played), threshold) >= 0;
    return {
      ranked: is_qualified && !player.ringer,
      player_id: player.id,
      power_rating: round(exactRating, 3),
      power_rating_se: standardError(record, exactRating, weight),
      goal_threat: round(shrunk(record.goals, means.goals, played), 3),
      participation: available === 0n ? 0 : round(fraction(100n * played, available), 1),
      is_qualified,
      weighted_played: round(fractionOf(played), 3),
      weighted_available: round(fractionOf(available), 3),
      first_match_date: appearances[0]?.match.date ?? null,
    };
  });
  const field = rows.filter(({ ranked }) => ranked);
  return rows.map(({ ranked, ...row }) => ({
    ...row,
    power_percentile: ranked ? percentRank(field, row, (other) => other.power_rating) : 50,
    goal_percentile: ranked ? percentRank(field, row, (other) => other.goal_threat) : 50,
    participation_percentile: ranked ? percentRank(field, row, (other) => other.participation) : 50,
  }));
}

type Weigher = (match: { readonly date: string }) => Fixed;

function weigher({ asOf, rules }: History): Weigher {
  const known = new Map<string, Fixed>();
  return ({ date }) => {
    const halvings = over(fraction(daysBetween(date, asOf)), rules.halfLifeDays);
    const weight = known.get(date) ?? halved(halvings);
    known.set(date, weight);
    return weight;
  };
}

function weighted(history: History, player: Player, weight: Weigher): Weighted {
  const appearances = appearancesOf(history, player);
  const first = history.matches.findIndex((match) => didPlay(match, player));
  return {
    player,
    appearances,
    played: sum(appearances.map(({ match }) => weight(match))),
    available: first < 0 ? 0n : sum(history.matches.slice(first).map(weight)),
    points: sum(appearances.map(({ match, points }) => weight(match) * BigInt(points))),
    goals: sum(appearances.map(({ match, goals }) => weight(match) * BigInt(goals))),
  };
}

/** What a match is worth to a regular who plays often; failing that, to anyone; failing that, nothing. */
function leagueMeans(everyone: readonly Weighted[], leastPlayed: Fraction) {
  const often = everyone.filter(
    ({ player, played }) =>
      !player.ringer && !player.retired && compare(fractionOf(played), leastPlayed) >= 0,
  );
  const among = often.length > 0 ? often : everyone;
  const played = sum(among.map((record) => record.played));
  const mean = (total: Fixed) => (played === 0n ? fraction(0) : fraction(total, played));
  return {
    points: mean(sum(among.map(({ points }) => points))),
    goals: mean(sum(among.map(({ goals }) => goals))),
  };
}

/** The player's average, drawn towards the league's. */
function shrunk(total: Fixed, mean: Fraction, played: Fixed): Fraction {
  const withPrior = plus(fraction(total), times(fraction(PRIOR_MATCHES), mean));
  return over(withPrior, fraction(played + PRIOR_MATCHES));
}

/** sqrt(Σw²·(points − rating)²) / (Σw + 5), to three decimals; null below two appearances. */
function standardError(
  { appearances, played }: Weighted,
  rating: Fraction,
  weight: Weigher,
): number | null {
  if (appearances.length < 2) return null;
  const squares = appearances.map(({ match, points }) => {
    const deviation = multiply(weight(match), fixed(fraction(points)) - fixed(rating));
    return multiply(deviation, deviation);
  });
  return round(fraction(squareRoot(sum(squares)), played + PRIOR_MATCHES), 3);
}

/** Of the others in the field, how many percent have less; 0 for who is alone. */
function percentRank<T>(field: readonly T[], own: T, value: (item: T) => number): number {
  const lower = field.filter((other) => value(other) < value(own)).length;
  return field.length < 2 ? 0 : round(fraction(100 * lower, field.length - 1), 1);
}

function sum(values: readonly Fixed[]): Fixed {
  return values.reduce((total, value) => total + value, 0n);
}
