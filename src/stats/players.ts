import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { distinctNames } from './distinct-names.ts';
import { everyRow } from './every-row.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';

const playerRow = z
  .object({
    player_id: z.number().int(),
    name: z.string(),
    join_date: z.iso.date().nullable(),
    is_ringer: z.boolean(),
    is_retired: z.boolean(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    /** As entered: two players may share it. On a page use `playerNaming`. */
    name: row.name,
    /** YYYY-MM-DD; null when nobody noted it. */
    joinDate: row.join_date,
    isRinger: row.is_ringer,
    isRetired: row.is_retired,
  }));
export type Player = z.infer<typeof playerRow>;

/** Everyone in the club's books, ringers and retired included, by id. Empty without a database. */
export async function allPlayers(): Promise<Player[]> {
  'use cache: remote';
  cacheTag('players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const rows = await everyRow((from, to) =>
    client
      .from('players')
      .select('player_id, name, join_date, is_ringer, is_retired')
      .order('player_id')
      .range(from, to),
  );
  return z.array(playerRow).parse(rows);
}

/** Gives a player the name that the site uses, in which namesakes are numbered. */
export type Naming = <Row extends { playerId: number; name: string }>(row: Row) => Row;

/**
 * How to name players: whatever a page shows of a player goes through this. Who has left the books
 * since the numbers were computed keeps the name that came with them.
 */
export async function playerNaming(): Promise<Naming> {
  const names = distinctNames(await allPlayers());
  return (row) => ({ ...row, name: names.get(row.playerId) ?? row.name });
}
