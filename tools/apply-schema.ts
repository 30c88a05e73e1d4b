import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import postgres from 'postgres';
import { lineAt, type SqlStatement, splitSql } from './split-sql.ts';

/** A statement of the schema failed; the whole application was rolled back. */
export class SchemaError extends Error {
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
}

/**
 * Applies the schema to a Postgres 17 with pgmq: every file that `installFile` lists, in order, in
 * one transaction, as the role that `databaseUrl` logs in with (which becomes the owner). Two at
 * once wait for each other. Safe on a database with data, and to run again.
 *
 * @throws {SchemaError} with file, line and SQLSTATE; an Error when the server lacks something.
 */
export async function applySchema(
  databaseUrl: string,
  installFile: string,
): Promise<AppliedSchema> {
  const files = listedFiles(installFile);
  let statements = 0;
  const sql = postgres(databaseUrl, {
    max: 1,
    prepare: false,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'berkotnf-schema' },
  });
  try {
    await requireServer(sql);
    await sql.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(hashtextextended('berkotnf.schema', 0))`;
      for (const file of files) {
        const script = splitSql(readFileSync(file, 'utf8'));
        for (const statement of script) await run(transaction, file, statement);
        statements += script.length;
      }
      await transaction`notify pgrst, 'reload schema'`;
    });
    return { files: files.length, statements };
  } finally {
    await sql.end();
  }
}

/**
 * The files an install script names, absolute, in order. The script is psql's: comments, and lines
 * `\ir path/relative/to/the/script.sql`.
 */
export function listedFiles(installFile: string): string[] {
  const lines = readFileSync(installFile, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const content = line.replace(/--.*$/, '').trim();
    if (content === '') return [];
    const path = /^\\ir\s+(\S+)$/.exec(content)?.[1];
    if (!path) {
      throw new Error(
        `${installFile}:${index + 1}: only comments and \\ir lines are understood, not: ${content}`,
      );
    }
    return [resolve(dirname(installFile), path)];
  });
}

async function requireServer(sql: postgres.Sql): Promise<void> {
  const [server] = await sql<{ version: number; pgmq: boolean; owns: boolean }[]>`
    select current_setting('server_version_num')::int as version,
           exists (select from pg_available_extensions where name = 'pgmq') as pgmq,
           has_database_privilege(current_database(), 'create') as owns`;
  if (!server) throw new Error('The server did not answer which version it is.');
  const missing = [
    server.version < 170000 && `Postgres 17 or newer (this is ${server.version})`,
    !server.pgmq && 'the extension pgmq (on Supabase: switch on Integrations → Queues)',
    !server.owns && 'the right to create schemas in this database (connect as its owner)',
  ].filter((item) => item !== false);
  if (missing.length > 0) throw new Error(`The database lacks ${missing.join(', and ')}.`);
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
