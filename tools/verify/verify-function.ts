import postgres from 'postgres';
import type { StatsFunctionEntry } from '../../src/jobs/stats-functions.ts';
import { AGGREGATE_TABLES } from './aggregate-tables.ts';
import { type RowDifference, readRows, rowDifferences } from './table-rows.ts';

/** How the stored numbers of one table compare with a fresh computation. */
export interface TableVerdict {
  readonly table: string;
  /** Rows stored. */
  readonly rows: number;
  readonly differences: readonly RowDifference[];
}

/** How new numbers are: the version of the match history, and the day (YYYY-MM-DD). */
export interface Age {
  readonly version: number;
  /** Null when they were never computed. */
  readonly day: string | null;
}

/** What was found of one stats function's numbers. */
export interface Comparison {
  readonly statsFunction: StatsFunctionEntry;
  readonly stored: Age;
  /** The match history as the fresh computation saw it, and the club's today. */
  readonly current: Age;
  readonly tables: readonly TableVerdict[];
}

/** One that could not be computed, and why. */
export interface Failure {
  readonly statsFunction: StatsFunctionEntry;
  readonly reason: string;
}

/** A run takes well under a second: who waits longer for one should rather look what hangs. */
const LOCK_TIMEOUT = '10s';

/**
 * Computes one function's numbers anew, for the day they are stored for, compares them with what is
 * stored, and takes everything back.
 *
 * Until it is rolled back, as long as one run takes, the transaction holds the function's advisory
 * lock, so that a run of the same function waits; the rows that differ; and the function's rows of
 * cache_metadata. Nobody who reads waits.
 *
 * @param sql a connection of the schema's owner
 */
export async function verifyFunction(
  sql: postgres.Sql,
  statsFunction: StatsFunctionEntry,
): Promise<Comparison | Failure> {
  const transaction = await sql.reserve();
  try {
    await transaction`begin`;
    await transaction`select set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`;
    return await compare(transaction, statsFunction);
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    const isLocked = error.code === '55P03';
    return {
      statsFunction,
      reason: isLocked
        ? `another run of it has gone on for more than ${LOCK_TIMEOUT}`
        : `${error.message} (SQLSTATE ${error.code})`,
    };
  } finally {
    await transaction`rollback`;
    transaction.release();
  }
}

async function compare(sql: postgres.ISql, statsFunction: StatsFunctionEntry): Promise<Comparison> {
  const { rpc, tags } = statsFunction;
  // begin_stats_run's own lock: from here on nobody else computes these numbers.
  await sql`select pg_advisory_xact_lock(hashtext('stats_run'), hashtext(${rpc}))`;
  const stored = await readStoredAge(sql, tags);
  const before = await readTables(sql, rpc);
  const [ran] = await sql<[{ version: number; today: string }]>`
    select
      (public.${sql(rpc)}(${stored.day}::date) ->> 'source_version')::int as version,
      public.club_today()::text as today`;
  const after = await readTables(sql, rpc);
  return {
    statsFunction,
    stored,
    current: { version: ran.version, day: ran.today },
    tables: before.map(({ table, rows }, index) => ({
      table,
      rows: rows.size,
      differences: rowDifferences(rows, after[index]?.rows ?? new Map()),
    })),
  };
}

/** How new the stored numbers are: as new as the oldest of the function's tags. */
async function readStoredAge(sql: postgres.ISql, tags: readonly string[]): Promise<Age> {
  const [stored] = await sql<[Age]>`
    select
      coalesce(min(computed_version), 0)::int as version,
      min(computed_as_of)::text as day
    from public.cache_metadata where cache_key in ${sql(tags)}`;
  return stored;
}

async function readTables(sql: postgres.ISql, rpc: StatsFunctionEntry['rpc']) {
  const tables = [];
  for (const table of AGGREGATE_TABLES[rpc]) {
    tables.push({ table, rows: await readRows(sql, table) });
  }
  return tables;
}
