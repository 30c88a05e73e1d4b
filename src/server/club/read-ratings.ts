import 'server-only';
import { z } from 'zod';
import type { Ratings } from '@/club/balance.ts';
import { type SettingKey, settingValue } from '@/club/settings.ts';
import { everyPage } from '../every-page.ts';
import { sessionClient } from '../supabase.ts';
import { readSettings } from './read-settings.ts';
import { rowsRead } from './rows-read.ts';

const ratingRow = z.object({
  player_id: z.number(),
  power_rating: z.number(),
  goal_threat: z.number(),
});

/** What even teams are made by: the ratings of players with enough recent games, and the weights. */
export async function readRatings(): Promise<Ratings> {
  const client = await sessionClient();
  const [ratings, settings] = await Promise.all([
    everyPage(
      (from, to) =>
        client
          .from('aggregated_performance_ratings')
          .select('player_id, power_rating, goal_threat')
          .eq('is_qualified', true)
          .order('player_id')
          .range(from, to),
      rowsRead,
    ),
    readSettings(),
  ]);
  const rows = z.array(ratingRow).parse(ratings);
  const weight = (key: SettingKey) => Number(settingValue(key, settings));

  return {
    rated: new Map(
      rows.map((row) => [row.player_id, { power: row.power_rating, goals: row.goal_threat }]),
    ),
    neutral: {
      power: meanOf(rows.map((row) => row.power_rating)),
      goals: meanOf(rows.map((row) => row.goal_threat)),
    },
    weights: {
      power: weight('performance_power_weight'),
      goals: weight('performance_goal_weight'),
    },
  };
}

/** 0 where nobody is rated: then all count the same. */
const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
