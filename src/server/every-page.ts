/** As many as Supabase gives at once, unless it is configured to give fewer. */
const AT_ONCE = 1_000;

/**
 * All rows of a read, however many: what is asked for at once is cut off without a word. `page` reads
 * rows `from` to `to`, both included, in an order in which no two rows are level; `rowsOf` takes them
 * from the answer, or throws.
 */
export async function everyPage<Answer, Row>(
  page: (from: number, to: number) => PromiseLike<Answer>,
  rowsOf: (answer: Answer) => Row[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const more = rowsOf(await page(rows.length, rows.length + AT_ONCE - 1));
    if (more.length === 0) return rows;
    rows.push(...more);
  }
}
