/** What a season is. */
export function SeasonRules() {
  return (
    <>
      <p>
        A season is a calendar year. It has two halves, January to June and July to December, each
        with a table of its own.
      </p>
      <p>
        Matches count in the order in which they were played. A match with a date in the future
        counts once its day has come.
      </p>
    </>
  );
}
