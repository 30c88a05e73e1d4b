import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { type FormGame, formGame } from './form.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { kindOf, type PlayerKind } from './player-kind.ts';
import { type ProfileRow, profileRow } from './player-profile-row.ts';
import { allPlayers, playerNaming } from './players.ts';
import { rowsOf } from './rows-of.ts';

const recordRow = z
  .object({
    games_played: z.number().int(),
    wins: z.number().int(),
    draws: z.number().int(),
    losses: z.number().int(),
    goals: z.number().int(),
    heavy_wins: z.number().int(),
    heavy_losses: z.number().int(),
    clean_sheets: z.number().int(),
    win_percentage: z.number(),
    minutes_per_goal: z.number().nullable(),
    fantasy_points: z.number().int(),
    points_per_game: z.number(),
  })
  .transform((row) => ({
    games: row.games_played,
    wins: row.wins,
    draws: row.draws,
    losses: row.losses,
    goals: row.goals,
    heavyWins: row.heavy_wins,
    heavyLosses: row.heavy_losses,
    cleanSheets: row.clean_sheets,
    winPercentage: row.win_percentage,
    /** Null for who never scored. */
    minutesPerGoal: row.minutes_per_goal,
    points: row.fantasy_points,
    pointsPerGame: row.points_per_game,
  }));
export type AllTimeRecord = z.infer<typeof recordRow>;

const formRow = z.object({ last_5_games: z.array(formGame) });

export interface PlayerProfile {
  playerId: number;
  /** As the site calls the player. */
  name: string;
  kind: PlayerKind;
  /** YYYY-MM-DD; null when nobody noted it. */
  joinDate: string | null;
  /** All-time totals. Null for ringers, and for who has not played yet. */
  record: AllTimeRecord | null;
  /** Bests, streaks, years and team-mates. Null for ringers. */
  profile: ProfileRow | null;
  /** The last five games, newest first. None for ringers. */
  form: FormGame[];
}

/** What is known of a player. Null when there is none of this id, or no database. */
export async function playerProfile(playerId: number): Promise<PlayerProfile | null> {
  'use cache: remote';
  cacheTag('players', 'all_time_stats', 'recent_performance', 'player_profile_stats');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return null;

  const player = (await allPlayers()).find((one) => one.playerId === playerId);
  if (!player) return null;

  const [named, records, profiles, forms] = await Promise.all([
    playerNaming(),
    client
      .from('aggregated_all_time_stats')
      .select(
        'games_played, wins, draws, losses, goals, heavy_wins, heavy_losses, clean_sheets, win_percentage, minutes_per_goal, fantasy_points, points_per_game',
      )
      .eq('player_id', playerId),
    client.from('aggregated_player_profile_stats').select().eq('player_id', playerId),
    client.from('aggregated_recent_performance').select('last_5_games').eq('player_id', playerId),
  ]);
  const [record = null] = z.array(recordRow).parse(rowsOf(records));
  const [profile = null] = z.array(profileRow).parse(rowsOf(profiles));
  const [form] = z.array(formRow).parse(rowsOf(forms));

  return {
    playerId,
    name: named(player).name,
    kind: kindOf(player),
    joinDate: player.joinDate,
    record,
    profile: profile && {
      ...profile,
      teamMates: profile.teamMates.map(named),
    },
    form: form?.last_5_games ?? [],
  };
}
