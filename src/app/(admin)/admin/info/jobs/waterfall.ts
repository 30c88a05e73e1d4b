import type { JobView } from '@/jobs/job-view.ts';
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
 * its last try: the waits between tries would leave nothing of bars that take a fraction of a second.
 */
export function waterfall(job: JobView, usualMs: Readonly<Record<string, number>>): Waterfall {
  const results = new Map(job.results.function_results.map((result) => [result.function, result]));
  const starts = startsOfTries([...results.values()]);

  const rows = STATS_FUNCTIONS.map(({ rpc, label }) => {
    const result = results.get(rpc);
    return {
      rpc,
      label,
      state: stateOf(job, result),
      bar: barOf(result, starts),
      usualMs: usualMs[rpc] ?? null,
      errors: (result?.attempts ?? []).flatMap(({ attempt, duration_ms, error }) =>
        error === undefined ? [] : [{ attempt, durationMs: duration_ms, error }],
      ),
    };
  });
  const ends = rows.map(({ bar }) => (bar ? bar.offsetMs + bar.durationMs : 0));
  return { rows, spanMs: Math.max(1, ...ends) };
}

function stateOf(job: JobView, result: FunctionResult | undefined): WaterfallRow['state'] {
  if (result?.status === 'success') return 'done';
  if (result?.status === 'skipped') return 'skipped';
  // Failed in an earlier try, or not yet tried: all that are due run at once.
  const triedNow = result?.attempts.some(({ attempt }) => attempt === job.retryCount + 1) ?? false;
  if (job.status === 'processing' && !triedNow) return 'running';
  if (job.status === 'queued') return 'waiting';
  return result ? 'failed' : 'not-run';
}

/** When the first function of each try started, in milliseconds. */
function startsOfTries(results: readonly FunctionResult[]): Map<number, number> {
  const starts = new Map<number, number>();
  for (const { attempt, started_at } of results.flatMap(({ attempts }) => attempts)) {
    const at = Date.parse(started_at);
    starts.set(attempt, Math.min(at, starts.get(attempt) ?? at));
  }
  return starts;
}

function barOf(result: FunctionResult | undefined, starts: Map<number, number>): Bar | null {
  const last = result?.attempts.at(-1);
  if (!last) return null;
  const startedAt = Date.parse(last.started_at);
  return {
    offsetMs: startedAt - (starts.get(last.attempt) ?? startedAt),
    durationMs: last.duration_ms,
  };
}
