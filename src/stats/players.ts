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
    /** YYYY-MM-DD; null if unknown. */
    joinDate: row.join_date,
    isRinger: row.is_ringer,
    isRetired: row.is_retired,
  }));
export type Player = z.infer<typeof playerRow>;

/** All players, ringers and retired ones included, by id. Empty without a database. */
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

/** Gives a player the name that the site uses, which numbers players of the same name. */
export type Naming = <Row extends { playerId: number; name: string }>(row: Row) => Row;

/**
 * How to name players: every name on a page goes through this. A player who was deleted since the stats
 * were calculated keeps the name in the stats.
 */
export async function playerNaming(): Promise<Naming> {
  const names = distinctNames(await allPlayers());
  return (row) => ({ ...row, name: names.get(row.playerId) ?? row.name });
}
