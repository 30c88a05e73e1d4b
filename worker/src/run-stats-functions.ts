import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Database } from '../../src/jobs/database.types.ts';
import type { FunctionOutcome } from '../../src/jobs/function-outcome.ts';
import { FUNCTION_DEADLINE_MS } from '../../src/jobs/retry-policy.ts';
import type { StatsFunctionEntry, StatsRpc } from '../../src/jobs/stats-functions.ts';
import { databaseError } from './database-error.ts';
import { within } from './within.ts';

const statsAnswer = z.object({
  rows: z.number().int(),
  source_version: z.number().int(),
  as_of: z.iso.date(),
});

/** Calls one stats function; a failure is an outcome, not an exception, and so is no answer in time. */
export type RunFunction = (rpc: StatsRpc, signal: AbortSignal) => Promise<FunctionOutcome>;

export function createRunFunction(
  client: SupabaseClient<Database>,
  deadlineMs = FUNCTION_DEADLINE_MS,
): RunFunction {
  return async (rpc, signal) => {
    const startedAt = performance.now();
    const { data, error, late } = await within(deadlineMs, async (deadline) => {
      const answer = await client.rpc(rpc).abortSignal(AbortSignal.any([signal, deadline]));
      return { ...answer, late: deadline.aborted };
    });
    const durationMs = performance.now() - startedAt;

    if (error && late) {
      return failed(rpc, durationMs, `${rpc}: did not answer within ${deadlineMs / 1000} s`);
    }
    if (error) {
      const { sqlState, message } = databaseError(rpc, error);
      return failed(rpc, durationMs, sqlState ? `${message} (SQLSTATE ${sqlState})` : message);
    }
    const answer = statsAnswer.safeParse(data);
    if (!answer.success) return failed(rpc, durationMs, `${rpc}: answered in an unknown form`);
    return { function: rpc, status: 'success', durationMs, rows: answer.data.rows };
  };
}

function failed(rpc: StatsRpc, durationMs: number, error: string): FunctionOutcome {
  return { function: rpc, status: 'failed', durationMs, rows: null, error };
}

/** Runs the functions at once and hands each outcome over as it comes. Returns all of them. */
export async function runStatsFunctions(
  entries: readonly StatsFunctionEntry[],
  {
    runFunction,
    onOutcome,
    signal,
  }: {
    runFunction: RunFunction;
    onOutcome: (outcome: FunctionOutcome) => Promise<void>;
    signal: AbortSignal;
  },
): Promise<FunctionOutcome[]> {
  return Promise.all(
    entries.map(async ({ rpc }) => {
      const outcome = await runFunction(rpc, signal);
      await onOutcome(outcome);
      return outcome;
    }),
  );
}
