import type { ClubRules } from '@/stats/club-rules.ts';
import { counted } from '../counted.ts';

/** Who gets into the hall of fame, the honours and the club's records. */
export function RecordRules({ rules }: { rules: ClubRules }) {
  return (
    <>
      <p>
        The hall of fame has the best {rules.hallOfFamePlaces} of all time by goals, by fantasy
        points and by share of matches won; the last of these takes{' '}
        {counted(rules.leaderboardGames, 'game')}. Whoever is level with the last place is in.
      </p>
      <p>
        Honours are given for every finished season, to players with{' '}
        {counted(rules.honoursGames, 'game')} or more in it: first, second and third by points, and
        by goals. Players who are level share a place, and the next place is left out.
      </p>
      <p>
        A record belongs to everyone who reached it, whenever that was. Matches without a miss are a
        record from {counted(rules.attendanceRecord, 'match')} on. The biggest victory is the
        team’s, guests included.
      </p>
    </>
  );
}
