import 'server-only';
import { z } from 'zod';
import { type Plan, team } from '@/club/plan.ts';
import { sessionClient } from '../supabase.ts';
import { rowsRead } from './rows-read.ts';

const planRow = z
  .object({
    plan_id: z.number(),
    version: z.number(),
    match_date: z.string(),
    planned_players: z.array(z.object({ player_id: z.number(), team: team.nullable() })),
  })
  .transform(
    (row): Plan => ({
      planId: row.plan_id,
      version: row.version,
      matchDate: row.match_date,
      players: row.planned_players.map((one) => ({ playerId: one.player_id, team: one.team })),
    }),
  );

const COLUMNS = 'plan_id, version, match_date, planned_players (player_id, team)';

/** The matches being arranged, the next first. */
export async function readPlans(): Promise<Plan[]> {
  const client = await sessionClient();
  const answer = await client
    .from('planned_matches')
    .select(COLUMNS)
    .order('match_date')
    .order('plan_id');
  return z.array(planRow).parse(rowsRead(answer));
}

/** One plan; null when there is no such, or not any more. */
export async function readPlan(planId: number): Promise<Plan | null> {
  const client = await sessionClient();
  const answer = await client.from('planned_matches').select(COLUMNS).eq('plan_id', planId);
  const [row] = rowsRead(answer);
  return row ? planRow.parse(row) : null;
}
