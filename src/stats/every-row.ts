import { rowsOf } from './rows-of.ts';

/** As many as Supabase gives at once, unless it is configured to give fewer. */
const AT_ONCE = 1_000;

/**
 * All rows of a read, however many: what is asked for at once is cut off without a word. `page` reads
 * rows `from` to `to`, both included, in an order in which no two rows are level.
 */
export async function everyRow<Row>(
  page: (from: number, to: number) => PromiseLike<{ data: Row[] | null; error: unknown }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const more = rowsOf(await page(rows.length, rows.length + AT_ONCE - 1));
    if (more.length === 0) return rows;
    rows.push(...more);
  }
}
