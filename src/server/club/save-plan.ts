import 'server-only';
import { z } from 'zod';
import type { PlanAnswer, PlannedPlayer } from '@/club/plan.ts';
import type { Admin } from '../admin-session.ts';
import { serviceClient } from '../supabase.ts';
import { changed } from './changed.ts';
import { makeChange } from './make-change.ts';
import { readPlan } from './read-plans.ts';

interface PlanSave {
  requestId: string;
  matchDate: string;
  players: readonly PlannedPlayer[];
  /** Both, or neither for a new plan. */
  planId?: number;
  version?: number;
}

const saved = z.object({ plan_id: z.number(), version: z.number() });

/** Plans a match, or makes a plan as given. No player's page shows plans: no cache is dropped. */
export async function savePlan(plan: PlanSave, admin: Admin): Promise<Response> {
  const { requestId, planId } = plan;
  const data = await makeChange({
    admin,
    requestId,
    thing: 'plan',
    readCurrent: async () => (planId === undefined ? null : readPlan(planId)),
    call: () =>
      serviceClient().rpc('save_planned_match', {
        p_plan: {
          plan_id: planId,
          version: plan.version,
          match_date: plan.matchDate,
          players: plan.players.map((one) => ({ player_id: one.playerId, team: one.team })),
        },
        p_request_id: requestId,
        p_changed_by: admin.email,
      }),
  });

  const row = saved.parse(data);
  return changed<PlanAnswer>({
    success: true,
    planId: row.plan_id,
    version: row.version,
    requestId,
  });
}

interface PlanRemoval {
  requestId: string;
  planId: number;
  version: number;
}

/** Calls a match off. */
export async function cancelPlan(removal: PlanRemoval, admin: Admin): Promise<Response> {
  const { requestId, planId, version } = removal;
  await makeChange({
    admin,
    requestId,
    thing: 'plan',
    readCurrent: () => readPlan(planId),
    call: () =>
      serviceClient().rpc('cancel_planned_match', {
        p_plan_id: planId,
        p_version: version,
        p_request_id: requestId,
        p_changed_by: admin.email,
      }),
  });
  return changed({ success: true, planId, requestId });
}
