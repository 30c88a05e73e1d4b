import { expect, test } from 'vitest';
import { exampleClaim } from '../../src/jobs/example-claim.ts';
import { createMetrics } from '../src/metrics.ts';
import { RUN_ENDS } from '../src/work-job.ts';
import { healthyStats } from './fakes.ts';

const metrics = () => createMetrics(async () => healthyStats);

test('runs are counted by how they ended', async () => {
  const counted = metrics();

  counted.runEnded(exampleClaim({ attempt: 1 }), 'queued');
  counted.runEnded(exampleClaim({ attempt: 2 }), 'completed');

  const text = await counted.text();
  expect(text).toMatch(/^stats_job_runs_total\{end="queued"\} 1$/m);
  expect(text).toMatch(/^stats_job_runs_total\{end="completed"\} 1$/m);
  expect(text).toMatch(/^stats_job_attempts_sum 2$/m);
});

test('every end is counted from nothing, so that the first failure is seen as one more', async () => {
  const text = await metrics().text();

  for (const end of RUN_ENDS) expect(text).toContain(`stats_job_runs_total{end="${end}"} 0\n`);
});

test('only a first claim says how long a job waited', async () => {
  const counted = metrics();

  counted.claimed(exampleClaim({ attempt: 1, queuedMs: 40 }));
  counted.claimed(exampleClaim({ attempt: 2, queuedMs: 40 }));

  expect(await counted.text()).toMatch(/^stats_job_claim_latency_seconds_count 1$/m);
});

test('a function that was skipped took no time', async () => {
  const counted = metrics();
  const outcome = { function: 'update_power_ratings', rows: 0 } as const;

  counted.functionEnded({ ...outcome, status: 'skipped', durationMs: 0 });
  counted.functionEnded({ ...outcome, status: 'success', durationMs: 30 });

  expect(await counted.text()).toMatch(
    /^stats_function_duration_seconds_count\{function="update_power_ratings",status="success"\} 1$/m,
  );
});

test('the database is asked at most every five seconds, however many ask at once', async () => {
  let [now, reads] = [1_000, 0];
  const counted = createMetrics(
    async () => {
      reads += 1;
      return { ...healthyStats, depth: reads };
    },
    () => now,
  );
  const depth = async () => /^stats_queue_depth (\d+)$/m.exec(await counted.text())?.[1];

  const first = await Promise.all([depth(), depth(), depth()]);
  now += 4_999;
  const kept = await depth();
  now += 1;
  const read = await depth();

  expect([...first, kept, read]).toEqual(['1', '1', '1', '1', '2']);
});

test('what the database cannot say is not a number, and never a zero', async () => {
  const unreadable = createMetrics(() => Promise.reject(new Error('no database')));
  const neverCalculated = createMetrics(async () => ({
    ...healthyStats,
    calculatedAgeSeconds: null,
  }));

  const text = await unreadable.text();

  for (const gauge of [
    'stats_queue_depth',
    'stats_queue_oldest_age_seconds',
    'stats_freshness_lag_seconds',
    'stats_tags_owed',
    'stats_failed_jobs',
    'stats_calculated_age_seconds',
  ]) {
    expect(text).toMatch(new RegExp(`^${gauge} Nan$`, 'm'));
  }
  expect(await neverCalculated.text()).toMatch(/^stats_calculated_age_seconds Nan$/m);
});
