import { mean } from './mean.ts';
import type { Team } from './plan.ts';

/** How strong a player is: fantasy points and goals to expect from a match. */
export interface Rating {
  readonly power: number;
  readonly goals: number;
}

export interface Ratings {
  /** Players with enough recent games for a rating. */
  readonly rated: ReadonlyMap<number, Rating>;
  /** What everyone else is treated as: the average of the rated. */
  readonly neutral: Rating;
  /** How much each matters when teams are balanced; neither is negative. */
  readonly weights: Rating;
}

/** Player ids of both teams, each in rising order. */
export type Teams = Readonly<Record<Team, readonly number[]>>;

export interface Side extends Rating {
  readonly players: number;
}

export interface Weighing {
  readonly sides: Readonly<Record<Team, Side>>;
  /** How far apart the teams are, in the units of a rating. */
  readonly gap: Rating;
  /** How even that is: `even`, nobody would notice; `close`, a good match; `uneven`, a walkover. */
  readonly verdict: 'even' | 'close' | 'uneven';
  /** Which team has the higher power; null when they are level. */
  readonly stronger: Team | null;
  /** `gap.power` in average players of this match. */
  readonly gapInPlayers: number;
  /** Players treated as average, for want of a rating. */
  readonly unrated: readonly number[];
}

/** Sums that differ by less are equal: they were added up in another order. */
const ROUNDING = 1e-9;

const EVEN = { players: 0.25, goals: 0.5 };
const CLOSE = { players: 0.75, goals: 1.5 };

export function ratingOf(playerId: number, { rated, neutral }: Ratings): Rating {
  return rated.get(playerId) ?? neutral;
}

/** How strong two teams are, however they were made. Also for teams of nobody. */
export function weigh(teams: Teams, ratings: Ratings): Weighing {
  const sides = { A: sideOf(teams.A, ratings), B: sideOf(teams.B, ratings) };
  const everyone = [...teams.A, ...teams.B];
  const lead = sides.A.power - sides.B.power;
  const gap = { power: Math.abs(lead), goals: Math.abs(sides.A.goals - sides.B.goals) };
  const average = (sides.A.power + sides.B.power) / Math.max(1, everyone.length);
  // A club of beginners may average about nothing: a gap in points is then taken as it is.
  const gapInPlayers = gap.power / Math.max(1, average);

  const within = (limit: { players: number; goals: number }) =>
    gapInPlayers <= limit.players && gap.goals <= limit.goals;
  return {
    sides,
    gap,
    verdict: within(EVEN) ? 'even' : within(CLOSE) ? 'close' : 'uneven',
    stronger: gap.power < ROUNDING ? null : lead > 0 ? 'A' : 'B',
    gapInPlayers,
    unrated: everyone.filter((playerId) => !ratings.rated.has(playerId)),
  };
}

/**
 * The most even ways to make two teams of the pool, best first, at most `count`: every way is tried.
 * The teams are of one size, or one player apart. The same pool gives the same teams, in whatever
 * order it comes; of two ways equally even, the one whose smaller ids are together comes first. The
 * player with the smallest id is in team A.
 */
export function evenTeams(pool: readonly number[], ratings: Ratings, count = 1): Teams[] {
  const players = [...new Set(pool)].sort((one, other) => one - other);
  const values = players.map((playerId) => ratingOf(playerId, ratings));
  const total = sumOf(values);
  const scale = {
    power: ratings.weights.power / spread(values.map(({ power }) => power)),
    goals: ratings.weights.goals / spread(values.map(({ goals }) => goals)),
  };

  const best: { half: number; unevenness: number }[] = [];
  forEachHalf(values, (half, power, goals) => {
    const unevenness =
      scale.power * Math.abs(total.power - 2 * power) +
      scale.goals * Math.abs(total.goals - 2 * goals);
    const worst = best[count - 1];
    if (worst && unevenness >= worst.unevenness - ROUNDING) return;
    const place = best.findIndex((one) => unevenness < one.unevenness - ROUNDING);
    best.splice(place < 0 ? best.length : place, 0, { half, unevenness });
    best.length = Math.min(best.length, count);
  });

  return best.map(({ half }) => {
    const chosen = players.filter((_, place) => half & (1 << place));
    const rest = players.filter((_, place) => !(half & (1 << place)));
    return chosen[0] === players[0] ? { A: chosen, B: rest } : { A: rest, B: chosen };
  });
}

/**
 * Visits every way to take half of them, rounded down: the places taken, as bits, and the sums of
 * both ratings. Of an even number the first is always in the half: the other half is the other team.
 * Plain numbers, and nothing allocated: there are 352,716 ways to halve 22 players.
 */
function forEachHalf(
  values: readonly Rating[],
  visit: (half: number, power: number, goals: number) => void,
): void {
  const size = Math.floor(values.length / 2);

  const choose = (taken: number, from: number, half: number, power: number, goals: number) => {
    if (taken === size) return visit(half, power, goals);
    const isFirstGiven = taken === 0 && values.length % 2 === 0;
    const last = isFirstGiven ? 0 : values.length - size + taken;
    for (let place = from; place <= last; place += 1) {
      const value = values[place];
      if (!value) break;
      choose(taken + 1, place + 1, half | (1 << place), power + value.power, goals + value.goals);
    }
  };
  choose(0, 0, 0, 0, 0);
}

function sideOf(team: readonly number[], ratings: Ratings): Side {
  return { players: team.length, ...sumOf(team.map((playerId) => ratingOf(playerId, ratings))) };
}

function sumOf(values: readonly Rating[]): Rating {
  return values.reduce(
    (sum, { power, goals }) => ({ power: sum.power + power, goals: sum.goals + goals }),
    { power: 0, goals: 0 },
  );
}

/** The standard deviation, or 1 where everybody is alike: then there is nothing to make even. */
function spread(values: readonly number[]): number {
  const average = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - average) ** 2))) || 1;
}
