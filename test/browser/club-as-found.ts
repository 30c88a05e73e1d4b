import { isDeepStrictEqual } from 'node:util';
import type { Sql } from 'postgres';

/** What admins change: each table before those it refers to. */
const TABLES = [
  'planned_players',
  'planned_matches',
  'player_matches',
  'matches',
  'players',
  'app_config',
] as const;

interface ClubCopy {
  /** Counts the changes: of one that was taken back, too, the stats have to hear. */
  version: string | undefined;
  /** The rows of each table, as a JSON array. */
  tables: Map<string, string>;
}

/** The club as it is now. */
export async function copyClub(sql: Sql): Promise<ClubCopy> {
  const tables = new Map<string, string>();
  for (const table of TABLES) {
    const [copy] = await sql<{ rows: string }[]>`
      select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)), '[]')::text as rows
      from ${sql(`public.${table}`)} as t`;
    tables.set(table, copy?.rows ?? '[]');
  }
  const [source] = await sql<{ version: string }[]>`select version from public.source_version`;
  return { version: source?.version, tables };
}

/** Makes the club again what it was. Returns whether anything had changed. */
export async function restoreClub(sql: Sql, found: ClubCopy): Promise<boolean> {
  if (isDeepStrictEqual(await copyClub(sql), found)) return false;

  await sql.begin(async (transaction) => {
    for (const table of TABLES) await transaction`delete from ${sql(`public.${table}`)}`;
    for (const table of TABLES.toReversed()) {
      const rows = found.tables.get(table) ?? '[]';
      await transaction`
        insert into ${sql(`public.${table}`)}
        select * from jsonb_populate_recordset(null::${sql(`public.${table}`)}, ${rows}::text::jsonb)`;
    }
  });
  return true;
}
