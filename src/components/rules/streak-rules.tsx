import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** What makes a streak, and when the match report mentions it. */
export function StreakRules({ streaks }: { streaks: ClubRules['streaks'] }) {
  return (
    <>
      <p>
        A streak only looks at the matches a player took part in, so missing a week does not end it.
        The exception is attendance: it counts the club’s matches in a row, and ends when the player
        misses one.
      </p>
      <p>
        The match report mentions the current streaks of active players. If a player has several of
        these, it mentions the first:
      </p>
      <ul>
        <li>{counted(streaks.win, 'game')} or more won in a row</li>
        <li>{counted(streaks.unbeaten, 'game')} or more unbeaten</li>
        <li>{counted(streaks.loss, 'game')} or more lost in a row</li>
        <li>{counted(streaks.winless, 'game')} or more without a win</li>
      </ul>
      <p>
        It also mentions everyone who has scored in {counted(streaks.goals, 'game')} or more in a
        row.
      </p>
    </>
  );
}
