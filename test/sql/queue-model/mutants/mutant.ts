import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';

/** A mistake in the SQL: in a file below sql/, `from`, which occurs once, becomes `to`. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Mistakes by file, each `[what it does, from, to]`. */
export const mutants = (
  byFile: Record<string, readonly (readonly [name: string, from: string, to: string])[]>,
): readonly Mutant[] =>
  Object.entries(byFile).flatMap(([file, list]) =>
    list.map(([name, from, to]) => ({ name, file, from, to })),
  );

/** Applies the file to the database with the mistake in it. */
export async function plant(sql: postgres.Sql, { file, from, to }: Mutant): Promise<void> {
  const script = readFileSync(join('sql', file), 'utf8');
  if (script.split(from).length !== 2) throw new Error(`not once in ${file}: ${from}`);
  // What is only made where it is missing must be missing.
  for (const [, index] of script.matchAll(/create unique index if not exists (\w+)/g)) {
    await sql`drop index public.${sql(index ?? '')}`;
  }
  await sql.unsafe(script.replace(from, () => to));
}
