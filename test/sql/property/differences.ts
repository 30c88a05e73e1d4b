import { isDeepStrictEqual } from 'node:util';
import { AGGREGATES, type Aggregate } from '../../oracle/aggregates.ts';
import type { Json, Row } from '../../oracle/club-data.ts';
import type { History } from '../../oracle/history.ts';
import type { Stored } from './stored-aggregates.ts';

/** Where the tables hold other than what they must after a run over what they held before it. */
export function differences(history: History, before: Stored, after: Stored): string[] {
  return AGGREGATES.flatMap((aggregate) => {
    const { table, expected, keeps } = aggregate;
    const kept = keeps ? rowsOf(before, table).filter((row) => keeps(row, history)) : [];
    const must = byKey(aggregate, [...kept, ...expected(history)]);
    const found = byKey(aggregate, rowsOf(after, table));
    return differingKeys(must, found).flatMap((key) =>
      rowDifferences(must.get(key), found.get(key)).map((line) => `${table} ${key}: ${line}`),
    );
  });
}

/** Where a function said it wrote another number of rows than its tables have changed by. */
export function miscounts(
  written: ReadonlyMap<string, number>,
  before: Stored,
  after: Stored,
): string[] {
  return [...written].flatMap(([rpc, rows]) => {
    const changed = AGGREGATES.filter((aggregate) => aggregate.rpc === rpc)
      .map((aggregate) =>
        differingKeys(
          byKey(aggregate, rowsOf(before, aggregate.table)),
          byKey(aggregate, rowsOf(after, aggregate.table)),
        ),
      )
      .reduce((sum, keys) => sum + keys.length, 0);
    return rows === changed ? [] : [`${rpc} wrote ${rows} rows where ${changed} differ`];
  });
}

function rowsOf(stored: Stored, table: string): readonly Row[] {
  return stored[table] ?? [];
}

/** Of two rows with one key, the later one. */
function byKey({ key }: Aggregate, rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(
    rows.map((row) => [key.map((column) => `${column} ${row[column]}`).join(', '), row]),
  );
}

function differingKeys(
  left: ReadonlyMap<string, Row>,
  right: ReadonlyMap<string, Row>,
): readonly string[] {
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.filter((key) => !isDeepStrictEqual(left.get(key), right.get(key)));
}

function rowDifferences(must: Row | undefined, found: Row | undefined): string[] {
  if (!found) return [`missing, expected ${show(must)}`];
  if (!must) return [`not expected, found ${show(found)}`];
  const columns = [...new Set([...Object.keys(must), ...Object.keys(found)])];
  return columns
    .filter((column) => !isDeepStrictEqual(must[column], found[column]))
    .map(
      (column) =>
        `${column}\n    expected ${show(must[column])}\n    found    ${show(found[column])}`,
    );
}

function show(value: Json | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
