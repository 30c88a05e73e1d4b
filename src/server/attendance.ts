import 'server-only';
import { z } from 'zod';
import { databaseSilent } from './api-error.ts';
import { serviceClient } from './supabase.ts';

/** Who is treated as away, and which guest as a regular. The page says so, too. */
export const ATTENDANCE = { absentWeeks: 8, ringerWeeks: 12, ringerGames: 4 } as const;

const person = z
  .object({
    player_id: z.number().int(),
    games: z.number().int(),
    last_played: z.iso.date().nullable(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    /** In all for an absentee, lately for a ringer. */
    games: row.games,
    /** YYYY-MM-DD; null for who never did. */
    lastPlayed: row.last_played,
  }));
export type Attending = z.infer<typeof person>;

const attendance = z.object({ absentees: z.array(person), ringers: z.array(person) });

/** Members who stayed away, and ringers who play like members. Throws 503 without a database. */
export async function readAttendance(): Promise<z.infer<typeof attendance>> {
  const { data, error } = await serviceClient().rpc('club_attendance', {
    p_absent_weeks: ATTENDANCE.absentWeeks,
    p_ringer_weeks: ATTENDANCE.ringerWeeks,
    p_ringer_games: ATTENDANCE.ringerGames,
  });
  if (error) throw databaseSilent(error);
  return attendance.parse(data);
}
