import 'server-only';
import { z } from 'zod';
import type { Rating, Ratings } from '@/club/balance.ts';
import { sessionClient } from '../supabase.ts';
import { rowsRead } from './rows-read.ts';

const ratingRow = z.object({
  player_id: z.number(),
  power_rating: z.number(),
  goal_threat: z.number(),
});

/** How much power and goal threat weigh against each other where the club has no rule of its own. */
const DEFAULT_WEIGHTS: Rating = { power: 1, goals: 1 };

/** What teams are made even by: the ratings of who has played enough of late, and the club's weights. */
export async function readRatings(): Promise<Ratings> {
  const client = await sessionClient();
  const [ratings, rules] = await Promise.all([
    client
      .from('aggregated_performance_ratings')
      .select('player_id, power_rating, goal_threat')
      .eq('is_qualified', true),
    client
      .from('app_config')
      .select('config_key, config_value')
      .in('config_key', ['performance_power_weight', 'performance_goal_weight']),
  ]);
  const rows = z.array(ratingRow).parse(rowsRead(ratings));
  const rule = (key: string) =>
    rowsRead(rules).find(({ config_key }) => config_key === key)?.config_value;

  return {
    rated: new Map(
      rows.map((row) => [row.player_id, { power: row.power_rating, goals: row.goal_threat }]),
    ),
    neutral: {
      power: meanOf(rows.map((row) => row.power_rating)),
      goals: meanOf(rows.map((row) => row.goal_threat)),
    },
    weights: {
      power: weightOf(rule('performance_power_weight'), DEFAULT_WEIGHTS.power),
      goals: weightOf(rule('performance_goal_weight'), DEFAULT_WEIGHTS.goals),
    },
  };
}

/** 0 where nobody is rated: then all count the same. */
const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A rule that is absent or no number from 0 up has its default. */
function weightOf(rule: string | undefined, otherwise: number): number {
  const weight = Number(rule?.trim() || Number.NaN);
  return Number.isFinite(weight) && weight >= 0 ? weight : otherwise;
}
