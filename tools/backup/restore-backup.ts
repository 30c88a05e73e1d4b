import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { CommandError } from '../run-command.ts';
import type { BackupFile } from './backup-file.ts';
import { CLUB_TABLES } from './club-tables.ts';

/**
 * Puts a backup into a database that has the schema, and requests an update that calculates the stats.
 * All of it in one transaction.
 *
 * @param replaces whether what the club's tables hold now may be deleted
 * @throws {CommandError} when the tables are not empty, or the schema is older than the backup.
 */
export async function restoreBackup(
  sql: postgres.Sql,
  { tables }: BackupFile,
  { replaces }: { replaces: boolean },
): Promise<void> {
  await sql.begin(async (transaction) => {
    const names = CLUB_TABLES.map(({ table }) => `public.${table}`).join(', ');
    await transaction.unsafe(`lock table ${names} in access exclusive mode`);
    if (!replaces) await refuseUnlessEmpty(transaction);
    await transaction.unsafe(`truncate ${names}`);
    for (const { table, id } of CLUB_TABLES) {
      await insertRows(transaction, table, tables[table]);
      if (id) await countOnFrom(transaction, table, id, tables);
    }
    await transaction`
      select public.enqueue_stats_job(${transaction.json({
        triggeredBy: 'admin',
        requestId: randomUUID(),
        timestamp: new Date().toISOString(),
      })}, true)`;
  });
}

async function refuseUnlessEmpty(sql: postgres.TransactionSql): Promise<void> {
  for (const { table } of CLUB_TABLES) {
    const { count } = await sql`select from public.${sql(table)} limit 1`;
    if (count > 0) {
      throw new CommandError(
        `The database is not empty: ${table} has rows. --replace deletes them; take a backup first.`,
      );
    }
  }
}

/** Columns that the backup does not know get their defaults. */
async function insertRows(
  sql: postgres.TransactionSql,
  table: string,
  rows: BackupFile['tables'][keyof BackupFile['tables']],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const known = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table}`;
  const unknown = columns.find((column) => !known.some(({ name }) => name === column));
  if (unknown !== undefined) {
    throw new CommandError(
      `The backup is newer than the schema: ${table} has no ${unknown}. Run npm run db:apply first.`,
    );
  }
  await sql`
    insert into public.${sql(table)} (${sql(columns)})
    select ${sql(columns)}
    from jsonb_populate_recordset(null::public.${sql(table)}, ${sql.json(rows)})`;
}

/** Ids go on after the highest ever used, also by what was removed: its history names it. */
async function countOnFrom(
  sql: postgres.TransactionSql,
  table: 'players' | 'matches' | 'player_matches' | 'planned_matches',
  id: string,
  { [table]: rows, admin_change: changes }: BackupFile['tables'],
): Promise<void> {
  const subject = { players: 'player', matches: 'match', planned_matches: 'plan' };
  const ids = [
    ...rows.map((row) => Number(row[id])),
    ...changes
      .filter((change) => table !== 'player_matches' && change.subject === subject[table])
      .map((change) => Number(change.subject_id)),
  ];
  const highest = ids.reduce((most, one) => Math.max(most, one), 0);
  await sql`
    select setval(
      pg_get_serial_sequence(${`public.${table}`}, ${id}), ${Math.max(highest, 1)}, ${highest > 0}
    )`;
}
