import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** How ratings weigh matches, and what chemistry is. */
export function RatingRules({ rating }: { rating: ClubRules['rating'] }) {
  return (
    <>
      <p>
        Ratings describe how well a player is doing now. A match counts in full on the day it is
        played and loses half its weight every {rating.halfLifeDays} days. Only active players are
        rated.
      </p>
      <ul>
        <li>
          <strong>Power rating:</strong> the fantasy points to expect from a match. It includes five
          average matches for everyone, so that one lucky night does not put anyone on top. The
          range on a player’s page contains the true rating 19 times in 20.
        </li>
        <li>
          <strong>Expected goals:</strong> the goals to expect from a match, calculated the same
          way.
        </li>
        <li>
          <strong>Participation:</strong> the share of the club’s matches that the player has taken
          part in since their first one. Recent matches count more.
        </li>
        <li>
          <strong>Ranking:</strong> a player is ranked after {counted(rating.games, 'game')}, where
          older games count for less. “Above 80% of regulars” means that 80% of the other ranked
          regulars have a lower rating.
        </li>
      </ul>
      <p>
        Chemistry is a player’s average fantasy points in matches on the same team as somebody else.
        Team-mates appear after ten games together, as long as they are active regulars.
      </p>
    </>
  );
}
