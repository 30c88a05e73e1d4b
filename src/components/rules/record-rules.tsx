import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** How to get into the hall of fame, the honours and the club's records. */
export function RecordRules({ rules }: { rules: ClubRules }) {
  return (
    <>
      <p>
        The hall of fame lists the top {rules.hallOfFamePlaces} of all time for fantasy points,
        goals and win rate. The win rate takes {counted(rules.leaderboardGames, 'game')} or more. If
        players are level for the last place, all of them are listed.
      </p>
      <p>
        Honours are awarded when a season has ended: first, second and third place for fantasy
        points and for goals, among players with at least {counted(rules.honoursGames, 'game')} in
        the season. Players who are level share a place, and the next place is skipped.
      </p>
      <p>
        Everyone who has reached a record holds it, whoever was first. Attendance counts as a record
        from {counted(rules.attendanceRecord, 'match')} in a row. The biggest victory belongs to the
        whole team, guests included.
      </p>
    </>
  );
}
