/** What guests and retired players are left out of. */
export function GuestRules() {
  return (
    <>
      <p>
        Guests are called ringers. They appear in line-ups and scores, and they are rated so that
        teams can be balanced. They do not appear in tables, honours or streaks, and hold no
        records. Their goals still count towards the team’s score.
      </p>
      <p>
        Retired players keep their place in every table and record. They have no rating and no
        current streaks.
      </p>
    </>
  );
}
