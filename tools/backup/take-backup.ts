import type postgres from 'postgres';
import { type BackupFile, backupFile } from './backup-file.ts';
import { CLUB_TABLES } from './club-tables.ts';

/** Reads the club's own tables as they are at one moment. Changes and locks nothing. */
export async function takeBackup(sql: postgres.Sql): Promise<BackupFile> {
  const tables = await sql.begin('isolation level repeatable read read only', async (snapshot) => {
    const read: Record<string, unknown> = {};
    for (const { table } of CLUB_TABLES) {
      const [row] = await snapshot`
        select coalesce(jsonb_agg(to_jsonb(t) order by t), '[]') as rows
        from public.${snapshot(table)} as t`;
      read[table] = row?.rows;
    }
    return read;
  });
  return backupFile.parse({
    format: 'berkotnf-club',
    version: 1,
    takenAt: new Date().toISOString(),
    tables,
  });
}
