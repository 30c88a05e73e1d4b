import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** How tables are ranked, and what their columns are. */
export function TableRules({ rules }: { rules: ClubRules }) {
  return (
    <>
      <p>
        Tables are ranked by fantasy points, the goals view by goals. Players who are level share a
        place.
      </p>
      <ul>
        <li>
          Points per game: fantasy points divided by matches played. Win %: matches won, of those
          played.
        </li>
        <li>
          Minutes per goal: a match counts {rules.matchMinutes} minutes for everyone in it, divided
          by the goals scored.
        </li>
        <li>
          The all-time leaderboard has those who played {counted(rules.leaderboardGames, 'game')} or
          more; the view “Everyone” has everybody who ever played.
        </li>
        <li>
          The season race follows the five players with most points, with their total after each day
          they played.
        </li>
      </ul>
    </>
  );
}
