import type { JobView } from '@/jobs/job-view.ts';
import { EDGE_POLICY } from '@/jobs/retry-policy.ts';
import { STATS_FUNCTIONS } from '@/jobs/stats-functions.ts';

type FunctionResult = JobView['results']['function_results'][number];

/** One try of one function, placed on the time line of the job's try it belongs to. */
interface Bar {
  /** Milliseconds after the first function of that try started. */
  offsetMs: number;
  durationMs: number;
}

/** One of the ten functions in an opened job. */
export interface WaterfallRow {
  rpc: string;
  label: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'skipped' | 'not-run';
  /** Its last try; null when it has none. */
  bar: Bar | null;
  /** The median of its last successful runs; null without any. */
  usualMs: number | null;
  /** Why each try that failed did, with the number of the try. */
  errors: { attempt: number; durationMs: number; error: string }[];
}

export interface Waterfall {
  rows: WaterfallRow[];
  /** As long as the longest time line, in milliseconds; never 0. */
  spanMs: number;
}

/**
 * The ten functions of a job as bars on one time line. A function that was tried again is placed by
 * its last try. On the queue a try is the job's, and each has a time line of its own: the waits between
 * them would leave nothing of bars that take a fraction of a second. On the edge functions, which run
 * one after another, all is one try of the job.
 */
export function waterfall(job: JobView, usualMs: Readonly<Record<string, number>>): Waterfall {
  const results = new Map(job.results.function_results.map((result) => [result.function, result]));
  const startOf = startsOf(job);

  const rows = STATS_FUNCTIONS.map(({ rpc, label }) => {
    const result = results.get(rpc);
    return {
      rpc,
      label,
      state: stateOf(job, rpc),
      bar: barOf(result, startOf),
      usualMs: usualMs[rpc] ?? null,
      errors: (result?.attempts ?? []).flatMap(({ attempt, duration_ms, error }) =>
        error === undefined ? [] : [{ attempt, durationMs: duration_ms, error }],
      ),
    };
  });
  const ends = rows.map(({ bar }) => (bar ? bar.offsetMs + bar.durationMs : 0));
  return { rows, spanMs: Math.max(1, ...ends) };
}

function stateOf(job: JobView, rpc: string): WaterfallRow['state'] {
  const result = job.results.function_results.find((one) => one.function === rpc);
  if (result?.status === 'success') return 'done';
  if (result?.status === 'skipped') return 'skipped';
  if (job.status === 'queued') return 'waiting';
  if (job.status === 'processing') {
    if (isRunning(job, rpc)) return 'running';
    if (!result) return 'waiting';
  }
  return result ? 'failed' : 'not-run';
}

/** On the queue all that are due run at once; the edge functions one after another, three times each. */
function isRunning({ via, retryCount, results }: JobView, rpc: string): boolean {
  const triesOf = (name: string) =>
    results.function_results.find((one) => one.function === name)?.attempts ?? [];
  if (via === 'background-job') {
    return !triesOf(rpc).some(({ attempt }) => attempt === retryCount + 1);
  }
  const open = STATS_FUNCTIONS.find(({ rpc: name }) => {
    const result = results.function_results.find((one) => one.function === name);
    return !result || (result.status === 'failed' && triesOf(name).length < EDGE_POLICY.tries);
  });
  return open?.rpc === rpc;
}

/** When the time line of a try starts, in milliseconds: with its first function. */
function startsOf({ via, results }: JobView): (attempt: number) => number | undefined {
  const lineOf = (attempt: number) => (via === 'background-job' ? attempt : 1);
  const starts = new Map<number, number>();
  for (const { attempt, started_at } of results.function_results.flatMap((one) => one.attempts)) {
    const at = Date.parse(started_at);
    starts.set(lineOf(attempt), Math.min(at, starts.get(lineOf(attempt)) ?? at));
  }
  return (attempt) => starts.get(lineOf(attempt));
}

function barOf(
  result: FunctionResult | undefined,
  startOf: (attempt: number) => number | undefined,
): Bar | null {
  const last = result?.attempts.at(-1);
  if (!last) return null;
  const startedAt = Date.parse(last.started_at);
  return {
    offsetMs: startedAt - (startOf(last.attempt) ?? startedAt),
    durationMs: last.duration_ms,
  };
}
