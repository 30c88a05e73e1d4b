import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { compareNames } from '@/club/compare-names.ts';
import { publicClient } from '@/server/supabase.ts';
import { everyRow } from './every-row.ts';
import type { FormGame } from './form.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { kindOf, type PlayerKind } from './player-kind.ts';
import { allPlayers, playerNaming } from './players.ts';
import { powerRatings } from './power-ratings.ts';
import { recentForm } from './recent-form.ts';

const recordRow = z.object({
  player_id: z.number().int(),
  games_played: z.number().int(),
  goals: z.number().int(),
  fantasy_points: z.number().int(),
});

export interface DirectoryPlayer {
  playerId: number;
  /** From `playerNaming`. */
  name: string;
  kind: PlayerKind;
  /** All-time; null for ringers, who are not in the tables. */
  record: { games: number; goals: number; points: number } | null;
  /** The last five games, newest first; none for ringers. */
  form: Pick<FormGame, 'result' | 'isHeavy'>[];
  /** The power rating; null without enough recent games. */
  rating: number | null;
}

/** All players, by name. Empty without a database. */
export async function playerDirectory(): Promise<DirectoryPlayer[]> {
  'use cache: remote';
  cacheTag('players', 'all_time_stats', 'recent_performance', 'player_power_rating');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const [players, named, ratings, forms, records] = await Promise.all([
    allPlayers(),
    playerNaming(),
    powerRatings(),
    recentForm(),
    everyRow((from, to) =>
      client
        .from('aggregated_all_time_stats')
        .select('player_id, games_played, goals, fantasy_points')
        .order('player_id')
        .range(from, to),
    ),
  ]);
  const ratingOf = new Map(ratings.map((rating) => [rating.playerId, rating]));
  const recordOf = new Map(
    z
      .array(recordRow)
      .parse(records)
      .map((row) => [row.player_id, row]),
  );
  const formOf = new Map(forms.map(({ playerId, games }) => [playerId, games]));

  return players
    .map((player) => {
      const { playerId } = player;
      const record = recordOf.get(playerId);
      const rating = ratingOf.get(playerId);
      return {
        playerId,
        name: named(player).name,
        kind: kindOf(player),
        // Players are not in the all-time table before their first match.
        record: player.isRinger
          ? null
          : {
              games: record?.games_played ?? 0,
              goals: record?.goals ?? 0,
              points: record?.fantasy_points ?? 0,
            },
        form: (formOf.get(playerId) ?? []).map(({ result, isHeavy }) => ({ result, isHeavy })),
        rating: rating?.isQualified ? rating.power : null,
      };
    })
    .toSorted((one, other) => compareNames(one.name, other.name));
}
