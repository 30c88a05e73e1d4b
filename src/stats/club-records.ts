import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { playerNaming } from './players.ts';
import { type RecordedMatch, recordedMatch } from './recorded-match.ts';
import { rowsOf } from './rows-of.ts';

const whole = z.number().int();

const streakHolder = z
  .object({
    player_id: whole,
    name: z.string(),
    streak: whole,
    start_date: z.iso.date(),
    end_date: z.iso.date(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    value: row.streak,
    from: row.start_date,
    to: row.end_date,
  }));
/** Who holds a record of matches in a row, and from when to when: YYYY-MM-DD. */
export type StreakHolder = z.infer<typeof streakHolder>;

const goalsHolder = z
  .object({
    player_id: whole,
    name: z.string(),
    match_id: whole,
    goals: whole,
    date: z.iso.date(),
    score: z.string(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    matchId: row.match_id,
    value: row.goals,
    date: row.date,
    /** The player's own team first: `5-3`. */
    score: row.score,
  }));
export type GoalsHolder = z.infer<typeof goalsHolder>;

const victory = z.object({ match_id: whole });
const streaks = z.object({ holders: z.array(streakHolder) }).transform(({ holders }) => holders);

const recordsRow = z.object({
  records: z.object({
    most_goals_in_game: z.array(goalsHolder),
    biggest_victory: z.array(victory),
    consecutive_goals_streak: z.array(streakHolder),
    streaks: z.object({
      'Win Streak': streaks.default([]),
      'Undefeated Streak': streaks.default([]),
      'Losing Streak': streaks.default([]),
      'Winless Streak': streaks.default([]),
    }),
    attendance_streak: z.array(streakHolder),
  }),
});

/** The club's records, each with everyone who holds it, the latest first; empty where there is none. */
export interface ClubRecords {
  goalsInMatch: GoalsHolder[];
  biggestVictory: RecordedMatch[];
  winning: StreakHolder[];
  undefeated: StreakHolder[];
  scoring: StreakHolder[];
  attendance: StreakHolder[];
  losing: StreakHolder[];
  winless: StreakHolder[];
}

/** The records of all time. Null before they were first computed, and without a database. */
export async function clubRecords(): Promise<ClubRecords | null> {
  'use cache: remote';
  cacheTag('honour_roll', 'matches', 'players');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return null;

  const [named, answer] = await Promise.all([
    playerNaming(),
    client.from('aggregated_records').select('records'),
  ]);
  const [row] = z.array(recordsRow).parse(rowsOf(answer));
  if (!row) return null;

  const { records } = row;
  const victories = await Promise.all(
    records.biggest_victory.map(({ match_id }) => recordedMatch(match_id)),
  );
  return {
    goalsInMatch: records.most_goals_in_game.map(named),
    biggestVictory: victories.filter((sheet) => sheet !== null),
    winning: records.streaks['Win Streak'].map(named),
    undefeated: records.streaks['Undefeated Streak'].map(named),
    scoring: records.consecutive_goals_streak.map(named),
    attendance: records.attendance_streak.map(named),
    losing: records.streaks['Losing Streak'].map(named),
    winless: records.streaks['Winless Streak'].map(named),
  };
}
