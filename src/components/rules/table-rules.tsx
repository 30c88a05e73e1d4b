import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** How tables are ranked, and what their columns are. */
export function TableRules({ rules }: { rules: ClubRules }) {
  return (
    <>
      <p>
        Tables are ranked by fantasy points, or by goals in the goals view. Press a column heading
        to rank by that column. Players who are level share a place.
      </p>
      <ul>
        <li>
          <strong>Points per game:</strong> fantasy points divided by matches played.
        </li>
        <li>
          <strong>Win %:</strong> the share of matches played that were won.
        </li>
        <li>
          <strong>Minutes per goal:</strong> minutes played divided by goals scored. A match counts
          as {rules.matchMinutes} minutes for everyone in it.
        </li>
        <li>
          The all-time table lists players with {counted(rules.leaderboardGames, 'game')} or more.
          “Everyone” lists all players, guests aside.
        </li>
        <li>
          The points race shows the running totals of the five players with the most fantasy points.
        </li>
      </ul>
    </>
  );
}
