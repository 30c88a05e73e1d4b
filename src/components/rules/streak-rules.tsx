import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** What makes a streak, and from when on it is told of. */
export function StreakRules({ streaks }: { streaks: ClubRules['streaks'] }) {
  return (
    <>
      <p>
        A streak is made of matches that a player took part in: a missed week does not break it.
        Only a streak of attendance counts the club’s own matches, and ends with the first one
        missed.
      </p>
      <p>
        The match report names the current streak of players who still play, the first that fits:
      </p>
      <ul>
        <li>{counted(streaks.win, 'game')} won in a row, or more;</li>
        <li>{counted(streaks.unbeaten, 'game')} unbeaten;</li>
        <li>{counted(streaks.loss, 'game')} lost in a row;</li>
        <li>{counted(streaks.winless, 'game')} without a win.</li>
      </ul>
      <p>
        Beside these it names whoever has scored in {counted(streaks.goals, 'game')} in a row or
        more.
      </p>
    </>
  );
}
