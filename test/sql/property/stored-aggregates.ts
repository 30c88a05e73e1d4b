import type postgres from 'postgres';
import { STATS_FUNCTIONS } from '../../../src/jobs/stats-functions.ts';
import { AGGREGATES } from '../../oracle/aggregates.ts';
import type { Row } from '../../oracle/club-data.ts';
import type { StatsRun } from '../club.ts';

/** The rows of every aggregate table, by table. */
export type Stored = Readonly<Record<string, readonly Row[]>>;

/** What the aggregate tables hold now. */
export async function storedAggregates(sql: postgres.Sql): Promise<Stored> {
  const tables = AGGREGATES.map(
    ({ table }) =>
      `'${table}', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from public.${table} as r)`,
  );
  const [row] = await sql.unsafe<{ stored: Stored }[]>(
    `select jsonb_build_object(${tables.join(', ')}) as stored`,
  );
  if (!row) throw new Error('the aggregates could not be read');
  return row.stored;
}

/** Forgets everything computed so far. */
export async function clearAggregates(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(AGGREGATES.map(({ table }) => `delete from public.${table}`).join('; '));
}

/** Runs all ten for a day, side by side as a job does: how many rows each one wrote. */
export async function computeAll(
  sql: postgres.Sql,
  asOf: string,
): Promise<ReadonlyMap<string, number>> {
  const runs = STATS_FUNCTIONS.map(async ({ rpc }) => {
    const [row] = await sql<{ run: StatsRun }[]>`select ${sql(`public.${rpc}`)}(${asOf}) as run`;
    if (!row) throw new Error(`${rpc} answered nothing`);
    return [rpc, row.run.rows] as const;
  });
  return new Map(await Promise.all(runs));
}
