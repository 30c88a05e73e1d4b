import { mean } from '@/club/mean.ts';
import type { PowerRating } from '@/stats/power-ratings.ts';

/** Standard errors to each side of a range that contains the true value 19 times in 20. */
const NINETEEN_IN_TWENTY = 1.96;

export interface Range {
  from: number;
  to: number;
}

/** The range that contains the true rating 19 times in 20; null before the second game. */
export function likelyRange({ power, standardError }: PowerRating): Range | null {
  if (standardError === null) return null;
  const reach = NINETEEN_IN_TWENTY * standardError;
  return { from: power - reach, to: power + reach };
}

export interface RatingScale extends Range {
  /** The average rating of all ranked players; null if there are none. */
  average: number | null;
}

/** The scale to draw a rating on: wide enough for its own range and everyone qualified. */
export function ratingScale(own: PowerRating, everyone: readonly PowerRating[]): RatingScale {
  const qualified = everyone.filter(({ isQualified }) => isQualified);
  const ranges = [own, ...qualified].map(
    (rating) => likelyRange(rating) ?? { from: rating.power, to: rating.power },
  );
  return {
    from: Math.floor(Math.min(...ranges.map(({ from }) => from))),
    to: Math.ceil(Math.max(...ranges.map(({ to }) => to))),
    average: qualified.length === 0 ? null : mean(qualified.map(({ power }) => power)),
  };
}
