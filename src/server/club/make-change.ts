import 'server-only';
import type { PostgrestSingleResponse } from '@supabase/supabase-js';
import { z } from 'zod';
import type { StatsOutcome } from '@/club/stats-outcome.ts';
import { parseWebEnv } from '@/config/env.ts';
import { pathFor } from '@/config/feature-flags.ts';
import type { Json } from '@/jobs/database.types.ts';
import type { JobPayload, Trigger } from '@/jobs/payload.ts';
import type { Admin } from '../admin-session.ts';
import { ApiError } from '../api-error.ts';
import { enqueuedJob } from '../enqueue.ts';
import { log } from '../log.ts';
import { onceMore } from '../once-more.ts';
import { payloadOf, type StatsRequest } from '../stats-request.ts';
import { startStats } from '../trigger-stats.ts';
import { isRefusal, refusalOf, type Thing } from './refusal.ts';

type Answered = PromiseLike<PostgrestSingleResponse<Json>>;

interface Change {
  admin: Admin;
  requestId: string;
  thing: Thing;
  /** The thing as it is now, for whoever comes too late. */
  readCurrent: () => Promise<unknown>;
}

interface ChangeWithStats extends Change {
  triggeredBy: Trigger;
  /** Calls the function that makes the change, and with a payload asks for the run along with it. */
  call: (payload: JobPayload | null) => Answered;
}

const withJob = z.object({
  match_id: z.number().optional(),
  job: enqueuedJob.nullable(),
});

/**
 * Makes a change that no stats depend on. A failed call is made once more under the same request
 * id. Returns what the database's function answers; throws 400, 404, 409 or 503.
 */
export async function makeChange(change: Change & { call: () => Answered }): Promise<Json> {
  const answer = await repeatable(change.call, change);
  if (answer.error) throw await refusalOf(answer.error, change.thing, change.readCurrent);
  const { admin, requestId, thing } = change;
  log.info({ requestId, userId: admin.id, thing }, 'change.saved');
  return answer.data;
}

/**
 * Makes a change and has the stats follow: the run is asked for in the change's own transaction.
 * Where the flags send the run elsewhere, or where it cannot be asked for, the change is saved all
 * the same, and `stats` says what became of the run.
 */
export async function makeChangeWithStats(
  change: ChangeWithStats,
): Promise<{ data: Json; stats: StatsOutcome }> {
  const { admin, requestId, triggeredBy, thing } = change;
  const facts = { triggeredBy, requestId, userId: admin.id };
  const isQueued = pathFor(triggeredBy, parseWebEnv(process.env)) === 'background-job';
  const payload = isQueued ? payloadOf(facts) : null;

  let answer = await repeatable(() => change.call(payload), change);
  if (payload && answer.error && couldDoWithout(answer.error)) {
    log.error({ requestId, thing, err: answer.error }, 'change.saved_without_stats');
    answer = await change.call(null);
  }
  if (answer.error) throw await refusalOf(answer.error, thing, change.readCurrent);
  log.info({ requestId, userId: admin.id, thing }, 'change.saved');

  const { job, match_id: matchId } = withJob.parse(answer.data);
  const stats: StatsOutcome = job
    ? { success: true, ...job, requestId }
    : await startedApart({ ...facts, matchId });
  return { data: answer.data, stats };
}

/** The same change again, once, after a fault: its request id makes two of it one. */
const repeatable = (call: () => Answered, { requestId, thing }: Change) =>
  onceMore(call, 'change.failed', { requestId, thing }, isRefusal);

/** A fault that the database tells of may be the queue's alone; where nobody answers, all is lost. */
const couldDoWithout = (error: { code: string }) =>
  /^([0-9A-Z]{5}|PGRST\d+)$/.test(error.code) && !isRefusal(error);

async function startedApart(facts: StatsRequest): Promise<StatsOutcome> {
  try {
    return await startStats(facts);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { success: false, problem: error.message };
  }
}
