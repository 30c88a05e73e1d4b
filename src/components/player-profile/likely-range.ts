import type { PowerRating } from '@/stats/power-ratings.ts';

/** Standard errors to each side within which 19 of 20 such ranges hold the true value. */
const NINETEEN_IN_TWENTY = 1.96;

export interface Range {
  from: number;
  to: number;
}

/** Where the true rating very likely is (19 times in 20); null while nobody can say. */
export function likelyRange({ power, standardError }: PowerRating): Range | null {
  if (standardError === null) return null;
  const reach = NINETEEN_IN_TWENTY * standardError;
  return { from: power - reach, to: power + reach };
}

export interface RatingScale extends Range {
  /** The mean rating of everyone who is qualified; null when nobody is. */
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
    average:
      qualified.length === 0
        ? null
        : qualified.reduce((sum, { power }) => sum + power, 0) / qualified.length,
  };
}
