import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import postgres from 'postgres';
import { withDatabase } from './connect.ts';
import { lockAllNamed, untilUndisturbed } from './exclusive-access.ts';
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
    const gaveWay = await untilUndisturbed(sql, patienceMs, sqlStateOf, () =>
      applyOnce(sql, scripts),
    );
    const statements = scripts.reduce((sum, script) => sum + script.statements.length, 0);
    return { files: scripts.length, statements, gaveWay };
  });
}

interface Script {
  readonly file: string;
  readonly statements: readonly SqlStatement[];
}

async function applyOnce(sql: postgres.Sql, scripts: readonly Script[]): Promise<void> {
  const texts = scripts.flatMap(({ statements }) => statements.map(({ text }) => text));
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtextextended('berkotnf.schema', 0))`;
    await lockAllNamed(transaction, texts);
    // Sent without waiting for each answer: the tables are locked, and a server may be far away. The
    // first to fail is the one that is told; those sent after it are not done.
    await Promise.all(
      scripts.flatMap(({ file, statements }) =>
        statements.map((statement) => run(transaction, file, statement)),
      ),
    );
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

function sqlStateOf(error: unknown): string | undefined {
  if (error instanceof SchemaError) return error.sqlState;
  return error instanceof postgres.PostgresError ? error.code : undefined;
}
