import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { withDatabase } from './connect.ts';
import { listedFiles } from './install-script.ts';
import { CommandError } from './run-command.ts';
import { refuseTransactionPooler, requireServer } from './server-requirements.ts';
import { lineAt, type SqlStatement, splitSql } from './split-sql.ts';

/** A statement of the schema failed; the whole application was rolled back. */
export class SchemaError extends CommandError {
  override readonly name = 'SchemaError';
  readonly file: string;
  readonly line: number;
  readonly sqlState: string;
  constructor(file: string, line: number, cause: postgres.PostgresError) {
    const more = [
      cause.detail && `detail: ${cause.detail}`,
      cause.hint && `hint: ${cause.hint}`,
      cause.where && `where: ${cause.where}`,
    ].filter(Boolean);
    super([`${file}:${line}: ${cause.message} (SQLSTATE ${cause.code})`, ...more].join('\n  '), {
      cause,
    });
    this.file = file;
    this.line = line;
    this.sqlState = cause.code;
  }
}

export interface AppliedSchema {
  readonly files: number;
  readonly statements: number;
  /** How often it gave way to somebody who held a table, and began again. */
  readonly gaveWay: number;
}

const PATIENCE_MS = 120_000;

/**
 * Applies the schema to a Postgres 17 with pgmq: every file that `installFile` lists, in order, in
 * one transaction, as the role that `databaseUrl` logs in with (which becomes the owner). Two at
 * once wait for each other. Safe on a database with data and in use, and to run again.
 *
 * @param patienceMs how long to begin again while others hold its tables
 * @throws {SchemaError} with file, line and SQLSTATE; a CommandError when the server lacks something,
 *   cannot be reached or stays busy. Nothing is changed then.
 */
export async function applySchema(
  databaseUrl: string,
  installFile: string,
  { patienceMs = PATIENCE_MS } = {},
): Promise<AppliedSchema> {
  refuseTransactionPooler(databaseUrl);
  const scripts = listedFiles(installFile).map((file) => ({
    file,
    statements: splitSql(readFileSync(file, 'utf8')),
  }));
  return withDatabase(databaseUrl, 'schema', async (sql) => {
    await requireServer(sql);
    const gaveWay = await untilUndisturbed(sql, patienceMs, () => applyOnce(sql, scripts));
    const statements = scripts.reduce((sum, script) => sum + script.statements.length, 0);
    return { files: scripts.length, statements, gaveWay };
  });
}

interface Script {
  readonly file: string;
  readonly statements: readonly SqlStatement[];
}

/**
 * Below Postgres's deadlock_timeout (1 s). What is applied locks one table after the other, and whoever
 * uses them has an order of his own: so it is always this one that gives way, before Postgres would
 * end somebody's work. Nobody who comes after waits longer than this for a table.
 */
const LOCK_TIMEOUT = '400ms';

async function applyOnce(sql: postgres.Sql, scripts: readonly Script[]): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtextextended('berkotnf.schema', 0))`;
    await transaction`select set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`;
    for (const { file, statements } of scripts) {
      for (const statement of statements) await run(transaction, file, statement);
    }
    await transaction`notify pgrst, 'reload schema'`;
  });
}

async function run(
  transaction: postgres.TransactionSql,
  file: string,
  statement: SqlStatement,
): Promise<void> {
  try {
    await transaction.unsafe(statement.text);
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    const offset = error.position ? Number(error.position) - 1 : 0;
    const line = statement.line + lineAt(statement.text, offset) - 1;
    throw new SchemaError(relative('', file), line, error);
  }
}

/** lock_not_available and deadlock_detected: somebody else holds a table. */
const DISTURBED = ['55P03', '40P01'];

/** Does it again, after ever longer pauses, while others are in the way; how often they were. */
async function untilUndisturbed(
  sql: postgres.Sql,
  patienceMs: number,
  work: () => Promise<void>,
): Promise<number> {
  const deadline = performance.now() + patienceMs;
  for (let gaveWay = 0; ; gaveWay += 1) {
    try {
      await work();
      return gaveWay;
    } catch (error) {
      if (!(error instanceof SchemaError) || !DISTURBED.includes(error.sqlState)) throw error;
      const pauseMs = Math.random() * Math.min(100 * 2 ** gaveWay, 2_000);
      if (performance.now() + pauseMs > deadline) throw await tooBusy(sql, error);
      await sleep(pauseMs);
    }
  }
}

async function tooBusy(sql: postgres.Sql, cause: SchemaError): Promise<CommandError> {
  const others = await sql<{ pid: number; name: string; state: string; seconds: number }[]>`
    select
      pid, application_name as name, state,
      extract(epoch from clock_timestamp() - xact_start)::int as seconds
    from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
    order by xact_start limit 3`;
  const busy = others.map(
    ({ pid, name, state, seconds }) =>
      `\n  pid ${pid} (${name || 'unnamed'}), ${state}, ${seconds} s`,
  );
  return new CommandError(
    `Others hold its tables and did not let go: ${cause.message}\n` +
      `Transactions open longest:${busy.join('') || ' none now'}\n` +
      'Try again; one that is forgotten is ended by `select pg_terminate_backend(pid)`.',
    { cause },
  );
}
