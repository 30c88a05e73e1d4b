import type postgres from 'postgres';
import { z } from 'zod';
import { differences, type ValueDifference } from './differences.ts';

/** The rows of a table, as to_jsonb gives them, by primary key in words: `player_id 7, year 2025`. */
export type RowsByKey = ReadonlyMap<string, unknown>;

/** A row that is not what it should be, and where. */
export interface RowDifference {
  readonly key: string;
  readonly values: readonly ValueDifference[];
}

const jsonRow = z.record(z.string(), z.unknown());

/** What a table of the public schema holds. */
export async function readRows(sql: postgres.ISql, table: string): Promise<RowsByKey> {
  const keys = await sql<{ name: string }[]>`
    select attname as name
    from pg_index
    join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indisprimary and indrelid = to_regclass(${`public.${table}`})
    order by array_position(indkey::smallint[], attnum)`;
  const rows = await sql`select to_jsonb(t) as row from public.${sql(table)} as t`;
  return new Map(
    rows.map(({ row }) => {
      const columns = jsonRow.parse(row);
      return [keys.map(({ name }) => `${name} ${columns[name]}`).join(', '), columns];
    }),
  );
}

/** The rows in which a table differs from what it should hold, in the order of their keys. */
export function rowDifferences(found: RowsByKey, expected: RowsByKey): RowDifference[] {
  const keys = new Set([...found.keys(), ...expected.keys()]);
  return [...keys].toSorted().flatMap((key) => {
    const values = differences(found.get(key), expected.get(key));
    return values.length > 0 ? [{ key, values }] : [];
  });
}
