import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** What the report of a match tells, and when. */
export function MatchReportRules({ rules }: { rules: ClubRules }) {
  return (
    <ul>
      <li>
        Milestones: every {counted(rules.gameMilestone, 'game')} played, and every{' '}
        {counted(rules.goalMilestone, 'goal')} scored.
      </li>
      <li>
        Personal bests: more goals in a match than ever before, from two on; and each kind of streak
        that is longer than any before it, from four matches on.
      </li>
      <li>Records: what equals or beats the club’s record as it stood before the match.</li>
      <li>
        Leaders: who has most goals and most points in the half-season and in the season that the
        match is in, beside who led before it.
      </li>
      <li>
        On fire: most fantasy points in the {rules.form.days} days up to the match, of those who
        played {counted(rules.form.games, 'game')} or more in them. Grim reaper: the fewest. When
        points are level, goals decide, then goals against.
      </li>
      <li>Form: how somebody’s last five matches ended, and the goals in them.</li>
    </ul>
  );
}
