import type { Sql } from 'postgres';

/** Where a stats function can be made to go wrong: tables that only one of the ten writes. */
const TABLES = {
  hallOfFame: 'aggregated_hall_of_fame',
  personalBests: 'aggregated_personal_bests',
} as const;

/** Makes the hall of fame fail the next so many times, as it writes. */
export const plantFailures = (sql: Sql, times: number) =>
  plant(sql, [[TABLES.hallOfFame, `chaos.fail_times(${times})`]]);

/** Makes the hall of fame hang the next time it writes, until something ends it. */
export const plantHang = (sql: Sql) => plant(sql, [[TABLES.hallOfFame, 'chaos.hang_once()']]);

/** Makes two functions deadlock the next time they write. */
export const plantDeadlock = (sql: Sql) =>
  plant(sql, [
    [TABLES.hallOfFame, 'chaos.deadlock_once(1, 2)'],
    [TABLES.personalBests, 'chaos.deadlock_once(2, 1)'],
  ]);

/** Nothing goes wrong any more. */
export async function removeFaults(sql: Sql): Promise<void> {
  for (const table of Object.values(TABLES)) {
    await sql.unsafe(`drop trigger if exists chaos_fault on public.${table}`);
  }
}

async function plant(sql: Sql, faults: readonly (readonly [string, string])[]): Promise<void> {
  await removeFaults(sql);
  await sql`select setval('chaos.strikes', 1, false)`;
  for (const [table, fault] of faults) {
    await sql.unsafe(
      `create trigger chaos_fault before insert on public.${table}
       for each statement execute function ${fault}`,
    );
  }
}
