import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** What the match report mentions, and when. */
export function MatchReportRules({ rules }: { rules: ClubRules }) {
  return (
    <ul>
      <li>
        <strong>Milestones:</strong> every {counted(rules.gameMilestone, 'game')} played and every{' '}
        {counted(rules.goalMilestone, 'goal')} scored.
      </li>
      <li>
        <strong>Personal bests:</strong> a new best for goals in a match (two or more), and for
        every kind of streak (four matches or more).
      </li>
      <li>
        <strong>Records:</strong> anything that beats the club record as it stood before the match,
        or equals it. A streak that equals the record is mentioned if it is long enough to be a
        current streak.
      </li>
      <li>
        <strong>Leaders:</strong> the players with the most goals and the most fantasy points after
        the match, in the half-season and in the season, compared with the leaders before it.
      </li>
      <li>
        <strong>On fire:</strong> the most fantasy points in the {rules.form.days} days up to the
        match, among players with at least {counted(rules.form.games, 'game')} in that time.{' '}
        <strong>Grim reaper:</strong> the fewest. If players are level on points, goals decide, then
        goals against.
      </li>
      <li>
        <strong>Form:</strong> the results of a player’s last five games.
      </li>
    </ul>
  );
}
