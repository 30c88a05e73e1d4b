import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClaimedJob, planRun } from '@/jobs/claim.ts';
import { type FunctionOutcome, reasonOf, skipped } from '@/jobs/function-outcome.ts';
import { EDGE_POLICY } from '@/jobs/retry-policy.ts';
import { STATS_FUNCTIONS, type StatsFunctionEntry } from '@/jobs/stats-functions.ts';
import { callEdgeFunction, type EdgeOutcome } from './edge-function.ts';
import { type EdgeRecord, NO_ROW, rowOf } from './edge-record.ts';
import { log } from './log.ts';
import { tellOwnSite } from './tell-own-site.ts';

export interface EdgeRun {
  /** Null when no row could be written: it then runs all ten, and nobody can follow it. */
  job: ClaimedJob | null;
  requestId: string;
  /** Told once: how the first function ended, or null when none was due, or the run was cancelled. */
  onFirst: (first: EdgeOutcome | null) => void;
}

type RunEnd = 'completed' | 'failed' | 'cancelled';

/**
 * Runs what is due on the edge functions, one after another, each with three tries. After each the
 * site drops what it has cached of it: players see it before the next one starts. A function that
 * fails stops no other; a cancelled run ends before its next function; one that gets nowhere with its
 * first function ends there (see `isUnderWay`). Never throws.
 */
export async function driveEdgeRun({ job, requestId, onFirst }: EdgeRun): Promise<void> {
  const startedAt = performance.now();
  const record = job ? rowOf(job) : NO_ROW;
  const runLog = log.child({ jobId: job?.jobId ?? null, requestId });

  const run = async (): Promise<RunEnd> => {
    const plan = job ? planRun(job) : { run: STATS_FUNCTIONS, skip: [] };
    const skips = plan.skip.map(({ rpc }) => skipped(rpc));
    if (skips.length > 0 && !(await record.note(skips, 1))) return 'cancelled';

    const failures: FunctionOutcome[] = [];
    let isTold = false;
    for (const [place, entry] of plan.run.entries()) {
      if (performance.now() - startedAt > EDGE_POLICY.runDeadlineMs) {
        await record.fail(outOfTime(plan.run.slice(place), failures));
        return 'failed';
      }
      const outcome = await tried(entry, requestId, record);
      if (!outcome) return 'cancelled';
      const { status, durationMs } = outcome;
      runLog.info(
        { function: entry.rpc, status, durationMs: Math.round(durationMs) },
        'edge.ended',
      );
      if (status === 'success') isTold = await tellOwnSite(entry.tags, requestId);
      else failures.push(outcome);

      if (place > 0) continue;
      // Its tags are dropped, if it succeeded: whoever waits for the answer may look at once.
      onFirst(outcome);
      if (!isUnderWay(job, outcome)) break;
    }

    if (failures.length > 0) {
      await record.fail(reasonOf(failures));
      return 'failed';
    }
    await record.complete(isTold || (await tellOwnSite([], requestId)));
    return 'completed';
  };

  const end = await run().catch(async (err: unknown): Promise<RunEnd> => {
    runLog.error({ err }, 'edge.run_broke');
    await record.fail('The run broke. The site’s log says where.');
    return 'failed';
  });
  onFirst(null);
  runLog.info({ end, durationMs: Math.round(performance.now() - startedAt) }, 'edge.run_ended');
}

/**
 * Whether a run goes on after its first function: when the edge functions are there at all, and, for
 * one without a row to tell of failures by, when they work.
 */
export const isUnderWay = (job: ClaimedJob | null, first: EdgeOutcome): boolean =>
  job ? first.wasReached : first.status === 'success';

/** Calls a function until it succeeds, three times at most; null when the run was cancelled meanwhile. */
async function tried(
  entry: StatsFunctionEntry,
  requestId: string,
  record: EdgeRecord,
): Promise<EdgeOutcome | null> {
  const { tries, backoffBaseMs } = EDGE_POLICY;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await callEdgeFunction(entry, requestId);
    if (!(await record.note([outcome], attempt))) return null;
    if (outcome.status === 'success' || attempt === tries) return outcome;
    await sleep(backoffBaseMs * 2 ** (attempt - 1));
  }
}

const outOfTime = (left: readonly StatsFunctionEntry[], failures: readonly FunctionOutcome[]) =>
  [
    `The edge functions took too long: ${left.length} of them were not called.`,
    ...failures.map(({ error }) => error ?? ''),
  ].join('\n');
