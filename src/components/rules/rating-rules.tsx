import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** How ratings weigh matches, and what chemistry is. */
export function RatingRules({ rating }: { rating: ClubRules['rating'] }) {
  return (
    <>
      <p>
        Ratings look at how somebody plays now: a match counts full on its day, and half as much
        every {rating.halfLifeDays} days.
      </p>
      <ul>
        <li>
          Power rating: the fantasy points to expect from a match. Five average matches are assumed
          for everyone, so that one lucky night makes nobody the best player. The ± beside it is its
          standard error: about two times in three the true value lies within.
        </li>
        <li>Goal threat: the goals to expect from a match, worked out alike.</li>
        <li>
          Participation: the share of the club’s matches played since the first one, recent matches
          counting more.
        </li>
        <li>
          A rating counts from {counted(rating.games, 'game')} on, recent ones weighing more. A
          percentile is the share of the other regulars with a lower rating.
        </li>
      </ul>
      <p>
        Chemistry is the average of a player’s own points in matches on one team with somebody who
        still plays. It takes ten matches together.
      </p>
    </>
  );
}
