/** Who is left out of what. */
export function GuestRules() {
  return (
    <>
      <p>
        Guests, called ringers, are in line-ups and scores, and balance the teams. They have no
        place in tables, records, honours or streaks.
      </p>
      <p>
        Players who have retired keep their place in every table and record. They have no current
        streaks and no rating.
      </p>
    </>
  );
}
