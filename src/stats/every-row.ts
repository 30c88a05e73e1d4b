import { everyPage } from '@/server/every-page.ts';
import { rowsOf } from './rows-of.ts';

/** All rows of a public read, as `everyPage`. */
export function everyRow<Row>(
  page: (from: number, to: number) => PromiseLike<{ data: Row[] | null; error: unknown }>,
): Promise<Row[]> {
  return everyPage(page, rowsOf<Row[] | null>);
}
