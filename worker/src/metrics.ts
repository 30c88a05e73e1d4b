import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ClaimedJob } from '../../src/jobs/claim.ts';
import type { FunctionOutcome } from '../../src/jobs/function-outcome.ts';
import type { StatsHealth } from './queue.ts';
import { RUN_ENDS, type RunEnd } from './work-job.ts';

/** How old the database's answer may be: frequent scrapes do not ask it again. */
const HEALTH_KEPT_MS = 5_000;

/**
 * The worker's metrics, in Prometheus' format; docs/operations.md describes each. What the database
 * knows is read only when somebody scrapes, at most every five seconds: an idle worker makes no call
 * for it. While it cannot be read, those gauges are not a number.
 */
export function createMetrics(
  readHealth: () => Promise<StatsHealth>,
  now: () => number = () => performance.now(),
) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  const runs = new Counter({
    name: 'stats_job_runs_total',
    help: 'Runs by how they ended: completed, queued (to be retried), failed, cancelled, released, lost.',
    labelNames: ['end'],
    registers: [registry],
  });
  // Starts at 0: to Prometheus, a counter first seen at 1 has never increased.
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
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const queueDepth = gauge('stats_queue_depth', 'Messages in the queue, running jobs included.');
  const oldestAge = gauge(
    'stats_queue_oldest_age_seconds',
    'Age of the oldest message in the queue; 0 when it is empty.',
  );
  const freshnessLag = gauge(
    'stats_freshness_lag_seconds',
    'How long the oldest change has not been visible on the site; 0 when everything is.',
  );
  const tagsOwed = gauge('stats_tags_owed', 'Cache tags calculated, but not dropped by the site.');
  const failedJobs = gauge('stats_failed_jobs', 'Failed jobs that no completed job has followed.');
  const calculatedAge = gauge(
    'stats_calculated_age_seconds',
    'Age of the aggregate calculated longest ago; not a number before the first update.',
  );
  const show = (health: StatsHealth | null) => {
    queueDepth.set(health?.depth ?? Number.NaN);
    oldestAge.set(health ? (health.oldestAgeSeconds ?? 0) : Number.NaN);
    freshnessLag.set(health?.freshnessLagSeconds ?? Number.NaN);
    tagsOwed.set(health?.tagsOwed ?? Number.NaN);
    failedJobs.set(health?.failedJobs ?? Number.NaN);
    calculatedAge.set(health?.calculatedAgeSeconds ?? Number.NaN);
  };

  let read: { at: number; health: Promise<StatsHealth | null> } | undefined;
  const recentHealth = () => {
    if (!read || now() - read.at >= HEALTH_KEPT_MS) {
      read = { at: now(), health: readHealth().catch(() => null) };
    }
    return read.health;
  };

  return {
    contentType: registry.contentType,
    /** The metrics as Prometheus reads them. */
    async text(): Promise<string> {
      show(await recentHealth());
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
