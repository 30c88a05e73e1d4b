import type { Sql } from 'postgres';

export interface HeldBack {
  /** Lets the update go on. May be called again. */
  letGo: () => Promise<void>;
}

/**
 * Keeps one of the ten functions waiting, so that an update stands at 9 of 10 until `letGo`: the
 * demo club's take less than a second otherwise. Readers are not kept waiting.
 */
export async function holdBackOne(sql: Sql): Promise<HeldBack> {
  const connection = await sql.reserve();
  await connection`begin`;
  await connection`lock table public.aggregated_hall_of_fame in share row exclusive mode`;

  let holds = true;
  return {
    letGo: async () => {
      if (!holds) return;
      holds = false;
      await connection`commit`;
      connection.release();
    },
  };
}
