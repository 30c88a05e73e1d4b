import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClaimedJob } from '@/jobs/claim.ts';
import { type FunctionOutcome, outcomeRow } from '@/jobs/function-outcome.ts';
import { completeArguments, failArguments, leaseArguments } from '@/jobs/lease-calls.ts';
import { type OwedTags, owedTags } from '@/jobs/owed-tags.ts';
import { log } from './log.ts';
import { serviceClient } from './supabase.ts';

/** Where a run on the edge functions says how far it is. */
export interface EdgeRecord {
  /** False when the run is no longer ours: it was cancelled. */
  note: (outcomes: readonly FunctionOutcome[], attempt: number) => Promise<boolean>;
  complete: (isTold: boolean) => Promise<void>;
  fail: (reason: string) => Promise<void>;
}

/** Waits before a call is made again. */
export const AGAIN_AFTER_MS = [300, 2_000];

/**
 * The job's row, by the functions that a worker writes it with. A call that fails is made again; a row
 * that cannot be written is no reason to stop counting, so that nothing here throws.
 */
export function rowOf(job: ClaimedJob): EdgeRecord {
  const facts = { jobId: job.jobId, requestId: job.payload.requestId };
  let unsaved: ReturnType<typeof outcomeRow>[] = [];
  const save = async () => {
    const isMine = await insist(facts, () =>
      serviceClient().rpc('record_stats_function_results', {
        ...leaseArguments(job),
        p_outcomes: unsaved,
      }),
    );
    if (isMine !== null) unsaved = [];
    return isMine !== false;
  };
  return {
    note(outcomes, attempt) {
      unsaved.push(...outcomes.map((outcome) => outcomeRow(outcome, attempt)));
      return save();
    },
    async complete(isTold) {
      // A job completes only with every outcome noted: what could not be, has another chance.
      if (unsaved.length > 0) await save();
      await insist(facts, () =>
        serviceClient().rpc(
          'complete_stats_job',
          // The site itself has dropped its copies: the next look is rendered anew.
          completeArguments(job, { invalidated: isTold, visible: isTold }),
        ),
      );
    },
    async fail(reason) {
      await insist(facts, () => serviceClient().rpc('fail_stats_job', failArguments(job, reason)));
    },
  };
}

/** For a run that no row could be written for. */
export const NO_ROW: EdgeRecord = {
  note: async () => true,
  complete: async () => {},
  fail: async () => {},
};

/** What the site has not been told yet. Throws when the database does not answer. */
export async function readOwedTags(): Promise<OwedTags> {
  const { data } = await serviceClient().rpc('owed_cache_tags').throwOnError();
  return owedTags.parse(data);
}

export async function markInvalidated(tags: OwedTags): Promise<void> {
  await serviceClient().rpc('mark_cache_invalidated', { p_tags: tags }).throwOnError();
}

/** The answer of a call that is made again after a fault; null when it was never answered. */
async function insist<Data>(
  facts: object,
  call: () => PromiseLike<{ data: Data; error: null } | { data: null; error: unknown }>,
): Promise<Data | null> {
  for (const waitMs of [...AGAIN_AFTER_MS, null]) {
    const { data, error } = await call();
    if (!error) return data;
    log.warn({ ...facts, err: error }, 'edge.record_failed');
    if (waitMs !== null) await sleep(waitMs);
  }
  return null;
}
