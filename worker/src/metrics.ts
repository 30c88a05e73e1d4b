import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ClaimedJob } from '../../src/jobs/claim.ts';
import type { FunctionOutcome } from '../../src/jobs/function-outcome.ts';
import type { QueueDepth } from './queue.ts';
import { RUN_ENDS, type RunEnd } from './work-job.ts';

const UNREADABLE: QueueDepth = { depth: Number.NaN, oldestAgeSeconds: Number.NaN };

/** How old the queue's depth may be: whoever asks more often does not ask the database. */
const DEPTH_KEPT_MS = 5_000;

/**
 * The worker's metrics, in Prometheus' terms; their names are listed in its README. The queue's are
 * read when somebody asks for them, at most every five seconds: an idle worker makes no call for them.
 */
export function createMetrics(
  readDepth: () => Promise<QueueDepth>,
  now: () => number = () => performance.now(),
) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  const runs = new Counter({
    name: 'stats_job_runs_total',
    help: 'Runs of jobs by how they ended: completed, queued (to be retried), failed, cancelled, released, lost.',
    labelNames: ['end'],
    registers: [registry],
  });
  // From nothing: a counter that is first seen at one has, for Prometheus, never increased.
  for (const end of RUN_ENDS) runs.inc({ end }, 0);
  const attempts = new Histogram({
    name: 'stats_job_attempts',
    help: 'How many runs a job took until it completed or failed.',
    buckets: [1, 2, 3, 4],
    registers: [registry],
  });
  const claimLatency = new Histogram({
    name: 'stats_job_claim_latency_seconds',
    help: 'From enqueueing a job to its first claim.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300],
    registers: [registry],
  });
  const functionDuration = new Histogram({
    name: 'stats_function_duration_seconds',
    help: 'How long each stats function took, as the worker saw it.',
    labelNames: ['function', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25],
    registers: [registry],
  });
  const oldestAge = new Gauge({
    name: 'stats_queue_oldest_age_seconds',
    help: 'Age of the oldest message in the queue; 0 when it is empty.',
    registers: [registry],
  });
  const queueDepth = new Gauge({
    name: 'stats_queue_depth',
    help: 'Messages in the queue, those in work included.',
    registers: [registry],
  });

  let read: { at: number; depth: Promise<QueueDepth> } | undefined;
  const recentDepth = () => {
    if (!read || now() - read.at >= DEPTH_KEPT_MS) {
      read = { at: now(), depth: readDepth().catch(() => UNREADABLE) };
    }
    return read.depth;
  };

  return {
    contentType: registry.contentType,
    /** The metrics as Prometheus reads them; the queue's are not a number while it cannot be read. */
    async text(): Promise<string> {
      const { depth, oldestAgeSeconds } = await recentDepth();
      queueDepth.set(depth);
      oldestAge.set(oldestAgeSeconds ?? 0);
      return registry.metrics();
    },
    claimed(job: ClaimedJob) {
      if (job.attempt === 1) claimLatency.observe(job.queuedMs / 1000);
    },
    functionEnded(outcome: FunctionOutcome) {
      if (outcome.status === 'skipped') return;
      const labels = { function: outcome.function, status: outcome.status };
      functionDuration.observe(labels, outcome.durationMs / 1000);
    },
    runEnded({ attempt }: Pick<ClaimedJob, 'attempt'>, end: RunEnd) {
      runs.inc({ end });
      if (end === 'completed' || end === 'failed') attempts.observe(attempt);
    },
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
