/** What a season is. */
export function SeasonRules() {
  return (
    <>
      <p>
        A season is a calendar year. It has two halves, January to June and July to December. The
        current half has a table of its own.
      </p>
      <p>
        Matches count in the order of their dates. A match with a future date counts from that day
        on.
      </p>
    </>
  );
}
