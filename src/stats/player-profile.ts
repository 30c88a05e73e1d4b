import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { ALL_TIME_COLUMNS, type AllTimeRow, allTimeRow } from './all-time-row.ts';
import type { FormGame } from './form.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { kindOf, type PlayerKind } from './player-kind.ts';
import { type ProfileRow, profileRow } from './player-profile-row.ts';
import { allPlayers, playerNaming } from './players.ts';
import { recentForm } from './recent-form.ts';
import { rowsOf } from './rows-of.ts';

export interface PlayerProfile {
  playerId: number;
  /** From `playerNaming`. */
  name: string;
  kind: PlayerKind;
  /** Ringers may have retired, too. */
  isRetired: boolean;
  /** YYYY-MM-DD; null if unknown. */
  joinDate: string | null;
  /** All-time totals. Null for ringers, and before the first match. */
  record: AllTimeRow | null;
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
    client.from('aggregated_all_time_stats').select(ALL_TIME_COLUMNS).eq('player_id', playerId),
    client.from('aggregated_player_profile_stats').select().eq('player_id', playerId),
    recentForm(),
  ]);
  const [record = null] = z.array(allTimeRow).parse(rowsOf(records));
  const [profile = null] = z.array(profileRow).parse(rowsOf(profiles));

  return {
    playerId,
    name: named(player).name,
    kind: kindOf(player),
    isRetired: player.isRetired,
    joinDate: player.joinDate,
    record,
    profile: profile && {
      ...profile,
      teamMates: profile.teamMates.map(named),
    },
    form: forms.find((form) => form.playerId === playerId)?.games ?? [],
  };
}
